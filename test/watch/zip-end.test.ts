import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { isWholeZip, zipEnd } from '../../src/watch/zip-end.ts'

const inner = zipSync({ 'a.txt': strToU8('inner') })
// A package inside a package, not packed: its end stands in the middle of the outer one.
const zip = zipSync({
  'content.xml': strToU8('<a/>'.repeat(50)),
  'object.zip': [inner, { level: 0 }],
  'z.txt': strToU8('z'),
})
const isWhole = (bytes: Uint8Array) => isWholeZip(bytes.slice(-zipEnd), bytes.length)

test('a package is whole with its last byte, and at no byte before', () => {
  expect(isWhole(zip)).toBe(true)
  for (let size = 0; size < zip.length; size++) expect([size, isWhole(zip.slice(0, size))]).toEqual([size, false])
})

test('what has its size from the beginning, and is filled from the front, is not whole before it is', () => {
  for (let size = 0; size < zip.length; size++) {
    const bytes = new Uint8Array(zip.length)
    bytes.set(zip.slice(0, size))
    // The last bytes of a package are noughts: then nothing is lacking.
    if (Buffer.compare(bytes, zip) === 0) continue
    expect([size, isWhole(bytes)]).toEqual([size, false])
  }
})

test('text says nothing of its end', () => {
  expect(isWhole(strToU8('Year,Area,Officers\n2010,North,300\n'))).toBe(false)
})
