// A photo as small as it needs to be, made on the device: at most 1600 pixels a side, JPEG. Drawn
// anew, it carries nothing of what the camera wrote into it (place, time, device).

const longestSide = 1_600;

/** The size that it is drawn in; never larger than it was. */
export function shrunkSize(width: number, height: number, longest = longestSide) {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** "IMG_2041.HEIC" becomes "IMG_2041.jpg". */
export const jpegName = (name: string) => `${name.replace(/\.[^.]*$/, "") || "foto"}.jpg`;

/** undefined: the browser cannot read the picture. */
export async function shrunkPhoto(file: File): Promise<File | undefined> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const { width, height } = shrunkSize(picture.width, picture.height);
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext("2d");
    if (!pen) return undefined;
    pen.fillStyle = "#fff"; // JPEG knows no transparency
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height);
    picture.close();
    const jpeg = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.82));
    return jpeg ? new File([jpeg], jpegName(file.name), { type: "image/jpeg" }) : undefined;
  } catch {
    return undefined;
  }
}
