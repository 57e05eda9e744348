// Types of pako's port of zlib's own interface, as far as stream.ts uses it.
declare module "pako/lib/zlib/zstream.js" {
  const ZStream: new () => any;
  export default ZStream;
}
declare module "pako/lib/zlib/deflate.js" {
  export function deflateInit2(strm: any, level: number, method: number, wbits: number, memLevel: number, strategy: number): number;
  export function deflateSetDictionary(strm: any, dictionary: Uint8Array): number;
  export function deflate(strm: any, flush: number): number;
}
declare module "pako/lib/zlib/inflate.js" {
  export function inflateInit2(strm: any, wbits: number): number;
  export function inflateSetDictionary(strm: any, dictionary: Uint8Array): number;
  export function inflate(strm: any, flush: number): number;
}
