/* SHA-256 (FIPS 180-4). The browser's own is missing where a school serves the course over plain http. */

/** @type {number[]} */
const PRIMES = [];
for (let n = 2; PRIMES.length < 64; n += 1) if (PRIMES.every((prime) => n % prime)) PRIMES.push(n);

/** The first 32 bits behind the point. */
const behind = (/** @type {number} */ x) => Math.floor((x % 1) * 2 ** 32) >>> 0;
const ROUND = PRIMES.map((prime) => behind(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => behind(Math.sqrt(prime)));

const turned = (/** @type {number} */ x, /** @type {number} */ by) => (x >>> by) | (x << (32 - by));

/**
 * @param {string} text
 * @returns {string} the digest of its UTF-8 bytes, 64 hexadecimal digits
 */
export function sha256(text) {
  const bytes = new TextEncoder().encode(text);
  const blocks = new DataView(new ArrayBuffer(64 * Math.ceil((bytes.length + 9) / 64)));
  new Uint8Array(blocks.buffer).set([...bytes, 0x80]);
  blocks.setUint32(blocks.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
  blocks.setUint32(blocks.byteLength - 4, (bytes.length * 8) >>> 0);
  const hash = Uint32Array.from(START);
  const w = new Uint32Array(64);
  for (let at = 0; at < blocks.byteLength; at += 64) {
    for (let i = 0; i < 64; i += 1) {
      if (i < 16) {
        w[i] = blocks.getUint32(at + 4 * i);
      } else {
        const [near, far] = [w[i - 15], w[i - 2]];
        const s0 = turned(near, 7) ^ turned(near, 18) ^ (near >>> 3);
        const s1 = turned(far, 17) ^ turned(far, 19) ^ (far >>> 10);
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
      }
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 64; i += 1) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const one = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[i] + w[i]) | 0;
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) hash[i] += word;
  }
  return [...hash].map((word) => word.toString(16).padStart(8, "0")).join("");
}
