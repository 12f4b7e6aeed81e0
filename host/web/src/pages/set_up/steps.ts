// The steps in which a region is set up, in their order.
export const steps = ["region", "organisations", "accounts", "cards", "innovations"] as const;
export type Step = (typeof steps)[number];

export const stepNamed = (name: string | undefined): Step => steps.find((one) => one === name) ?? "region";

export const after = (step: Step): Step | undefined => steps[steps.indexOf(step) + 1];

/** The address of a step of that region's set-up. */
export const addressOf = (step: Step, code: string | undefined): string =>
  `/siapkan?${new URLSearchParams(code ? { daerah: code, langkah: step } : { langkah: step })}`;
