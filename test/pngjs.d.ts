/** As much as the tests use of a library that has no types of its own. */
declare module 'pngjs' {
  export const PNG: {
    sync: { read(bytes: Buffer): { width: number; height: number; data: Buffer } }
  }
}
