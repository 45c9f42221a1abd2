/**
 * Small primes that tell an RSA modulus made by a flawed chip library of 2012 to 2017 (CVE-2017-15361, "The Return of
 * Coppersmith's Attack", §2.3): modulo each of them such a modulus is a power of 65537, and by chance one in a hundred
 * million is.
 */
const TELLING = [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157]

/** Whether an RSA modulus is of the kind that can be factored, though it is long enough. */
export function isFactorable(modulus: Uint8Array): boolean {
  const value = BigInt(`0x${Buffer.from(modulus).toString('hex') || '0'}`)
  return TELLING.every((prime) => isPowerOf65537(Number(value % BigInt(prime)), prime))
}

function isPowerOf65537(value: number, prime: number): boolean {
  for (let power = 1, left = prime; left > 0; power = (power * (65537 % prime)) % prime, left--) {
    if (power === value) return true
  }
  return false
}
