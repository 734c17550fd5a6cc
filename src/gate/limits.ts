/** Every number the gate judges by, in one place. Tuned on the year steps of the shipped police tables (docs/gate.md). */
export const limits = {
  /** Under this many a figure moves by chance (STYLE rule 20): a percentage under as many of what it is one of, ... */
  small: 50,
  /** ... and under this much where that is not known. */
  smallShare: 0.05,
  /** A change stands out from this many times the largest before it of the same area and measure, ... */
  beyond: 4,
  /** ... from this much of it (25%), either way, ... */
  change: Math.log(1.25),
  /** ... and where this many changes are known; with fewer, from this much. */
  history: 3,
  changeUnknown: Math.log(3),
  /** One period this far above or below both its neighbours, which agree to this much, is a spike (STYLE rule 26). */
  spike: 1.5,
  neighbours: 1.15,
  /** Last period's column is copied where more than this share of at least this many areas have the very same figure. */
  copied: 0.9,
  copiedAreas: 20,
  /** A figure that was never under this is not nought without a word; ... */
  neverZero: 10,
  /** ... nor is one that is not counted, where its lowest was never under this part of its highest. */
  neverZeroPart: 1 / 3,
  /** Two areas whose figures have changed places: each fits the other's this well, its own this many times worse, ... */
  swapFit: 0.15,
  swapBetter: 4,
  /** ... and moved this many times more than it ever did. */
  swapBeyond: 2,
  /** More of the back series changed than this is another series. */
  revised: 1 / 20,
  /** So few are never another series, however short the table. */
  revisedLeast: 5,
  /** This share of the figures of a measure moved alike is all of it. */
  throughout: 0.9,
  /** More of the areas than this without a row is a file that is not whole. */
  absent: 1 / 10,
  /** From this many areas on, one finding for a measure takes the place of one for each area. */
  many: 6,
  /** So many are named or shown; the rest are counted. */
  shown: 10,
} as const
