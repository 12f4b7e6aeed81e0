// Numbers as the API keeps them, "23.1", told as people write them.
import { number } from "./formats";

/** "23,1"; what is no number is told as it is. */
export function decimal(text: string): string {
  const value = Number(text);
  return text.trim() === "" || Number.isNaN(value) ? text : number(value, 6);
}
