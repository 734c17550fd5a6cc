const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip package, such as an ODS or Excel workbook'],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty zip package'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook (.xls)'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture (PNG)'],
  [[0xff, 0xd8, 0xff], 'a picture (JPEG)'],
]

/** What the first bytes say that a file is, where that is not a table of text; null where they say nothing. */
export function looksLike(bytes: Uint8Array): string | null {
  for (const [signature, what] of SIGNATURES) if (signature.every((byte, i) => bytes[i] === byte)) return what
  // A site that has moved a file often answers with a page, and the page is saved under the file's name.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256)).replace(/^\u00ef\u00bb\u00bf/, '')
  if (/^\s*(<!--[\s\S]*?-->\s*)?<(!doctype\s+html|html|head|body|table|meta|style)\b/i.test(start)) return 'a web page'
  if (/^\s*<\?xml\b/i.test(start)) return 'an XML document'
  return null
}

/** Whether the file is a zip package, as ODS and XLSX are. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}
