// How far a report says that something is.

/**
 * The physical percentage, else progress by stage (which the API tells in millionths), rounded
 * down to whole percents; nothing: neither was reported.
 */
export function percentOf(report: { percent?: number; progress?: number }): number | undefined {
  if (report.percent !== undefined) return report.percent;
  return report.progress === undefined ? undefined : Math.floor(report.progress / 1e4);
}
