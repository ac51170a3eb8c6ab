const words = (text: string): string[] => text.trim().split(/\s+/);

/**
 * Suffixes, in lower case, of files that no loader takes for native code: they are not opened.
 * What is not listed is opened, so a suffix belongs here only if it is frequent in wheels and its format is known.
 * Deliberately absent: none at all, `mo`, `dat`, `bin`, `data`, `node`, `run`, `a`, `o`, `lib`, `obj`, `debug`, `bundle`.
 */
export const inertSuffixes: ReadonlySet<string> = new Set([
  ...words('py pyi pyc pyo pyx pxd pxi pyw ipynb typed pth pyt'),
  ...words('c cc cpp cxx c++ cu cuh h hh hpp hxx h++ hip inc inl ipp ixx tcc tpp i m mm swg'),
  ...words('f f77 f90 f95 f03 f08 for java kt go rs swift rb pl lua jl r scala proto fbs thrift idl'),
  ...words('asm s ll mlir td cl glsl vert frag wgsl hlsl metal ptx'),
  ...words('js mjs cjs jsx ts mts cts tsx vue svelte map css scss sass less styl html htm xhtml wasm'),
  ...words('txt text md markdown rst adoc tex bib rtf log csv tsv psv nfo diff patch'),
  ...words('json json5 jsonl jsonc ndjson geojson toml yaml yml xml xsd xsl xslt rng dtd wsdl cfg conf ini'),
  ...words(
    'properties plist sql graphql gql lock in tmpl tpl template j2 jinja jinja2 mako po pot pc la cmake',
  ),
  ...words('am ac m4 mk sh bash zsh fish csh bat cmd ps1 psm1'),
  ...words('png svg jpg jpeg gif ico icns bmp webp tif tiff avif eps ps pdf psd'),
  ...words('ttf otf woff woff2 eot mp3 mp4 wav ogg flac webm pem crt cer key asc sig sha256'),
  ...words('zip gz tgz bz2 xz zst whl egg jar npy npz pkl pickle parquet feather avro'),
]);
