/** The bytes at the end of a ZIP package that is without a comment, as workbooks are. */
export const zipEnd = 22

/**
 * Whether a file is a ZIP package that is whole, by its last bytes: the record that ends it is written last, and says where the list
 * of parts before it begins and how long that is (APPNOTE 4.3.16). What cannot be told so is taken for unfinished.
 * @param size of the whole file, in bytes
 */
export function isWholeZip(end: Uint8Array, size: number): boolean {
  if (end.length !== zipEnd) return false
  const view = new DataView(end.buffer, end.byteOffset, end.byteLength)
  const [length, offset] = [view.getUint32(12, true), view.getUint32(16, true)]
  return view.getUint32(0, true) === 0x06054b50 && view.getUint16(20, true) === 0 && offset + length + zipEnd === size
}
