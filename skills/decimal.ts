/** Decimals as skills-passport v1 writes credit: no sign, no exponent, no zeros that say nothing. */
const DECIMAL = /^(0|[1-9]\d{0,17})(\.\d{0,17}[1-9])?$/

const PLACES = 18
const ONE = 10n ** BigInt(PLACES)

/** Whether a text is such a decimal. */
export function isDecimal(value: unknown): value is string {
  return typeof value === 'string' && DECIMAL.test(value)
}

/** The sum of decimals, exact to the last digit. Throws `RangeError` for what is no decimal. */
export function sumOf(values: readonly string[]): string {
  return write(values.reduce((sum, value) => sum + read(value), 0n))
}

/** A decimal times a ratio of whole numbers; null where what comes out does not end within the digits that are kept. */
export function timesRatio(value: string, numerator: number, denominator: number): string | null {
  const product = read(value) * BigInt(numerator)
  return product % BigInt(denominator) === 0n ? write(product / BigInt(denominator)) : null
}

/** A decimal times a ratio, in hundredths, halves rounded up: for money, which is shown and never added up again. */
export function moneyOf(value: string, numerator: number, denominator: number): string {
  const cent = ONE / 100n
  const half = (cent * BigInt(denominator)) / 2n
  const cents = (read(value) * BigInt(numerator) + half) / (cent * BigInt(denominator))
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`
}

/** Below zero where one decimal is the smaller, above where it is the larger. */
export function compareDecimals(one: string, other: string): number {
  const difference = read(one) - read(other)
  return difference < 0n ? -1 : Number(difference > 0n)
}

/** What is left of a decimal; zero where more is taken than there is. */
export function lessOf(value: string, taken: string): string {
  return compareDecimals(value, taken) < 0 ? '0' : write(read(value) - read(taken))
}

function read(value: string): bigint {
  if (!isDecimal(value)) throw new RangeError('This is no decimal: write it as 7.5, without a sign.')
  const [whole = '0', fraction = ''] = value.split('.')
  return BigInt(whole) * ONE + BigInt(fraction.padEnd(PLACES, '0'))
}

function write(value: bigint): string {
  const fraction = String(value % ONE)
    .padStart(PLACES, '0')
    .replace(/0+$/, '')
  return `${value / ONE}${fraction === '' ? '' : `.${fraction}`}`
}
