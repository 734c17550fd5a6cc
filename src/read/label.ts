/** A heading or name as it is compared: spaces, letter case and the shape of apostrophes do not tell two apart. */
export function label(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .toLowerCase()
}
