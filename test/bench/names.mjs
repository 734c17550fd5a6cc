const firsts =
  'Vel Dru Osk Quen Zar Mip Thal Bel Kor Fen Nir Gol Sav Ryn Tub Lis Pra Jor Wim Ebb Ast Hov Cul Yan Dox'.split(' ')
const middles = 'a e i o u ara eli oni umi ise obe adu ika olo ene ula iri ovo asi ude'.split(' ')
const lasts =
  'vara mund thia lorn beck dane quist mora rell sund tova gand phin zell nore bram lund dora vesk mere tull kish fara lode wend'.split(
    ' ',
  )

/** As many as 12,500 names of places that do not exist; every one can be said, and no two are the same. */
export function inventNames(count) {
  const all = firsts.length * middles.length * lasts.length
  if (count > all) throw new RangeError(`there are ${all} names, not ${count}`)
  return Array.from({ length: count }, (_, i) => {
    const middle = Math.floor(i / firsts.length)
    const last = Math.floor(middle / middles.length)
    return firsts[i % firsts.length] + middles[middle % middles.length] + lasts[(last + i) % lasts.length]
  })
}
