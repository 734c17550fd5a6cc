/** Direction marks, controls and soft hyphens hide a figure from whoever checks it, and steer a terminal. */
export const cleaned = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal obeys is what is taken out
    .replace(/\u001b\[[\d;?]*[a-z]/gi, '')
    .replace(/[\s\p{Zs}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, '')
    .trim()
