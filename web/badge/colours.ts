/** The colours that a seal has on paper: those of `styles/colours.css` by day, for pictures that leave our pages. */
export const PAPER = '#faf8f4'

export type InkPair = readonly [from: string, to: string]

export const INKS: readonly [InkPair, ...InkPair[]] = [
  ['#0b6e69', '#3b3f9f'],
  ['#2c4ea3', '#7a3d98'],
  ['#6b3fa0', '#0b6e69'],
  ['#8a3a78', '#2c4ea3'],
  ['#1f6391', '#0b6e69'],
  ['#3b3f9f', '#9a3f74'],
]
