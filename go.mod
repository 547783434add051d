module graduand

go 1.26.0

require (
	aead.dev/minisign v0.3.0 // signatures that minisign itself verifies; not OpenPGP, whose package in x/crypto is frozen
	filippo.io/age v1.3.2 // files for a centre that age itself opens; not OpenPGP, and no format of our own
	fyne.io/fyne/v2 v2.7.1 // one window in Go for Linux and Windows; not Gio, which has no tables and forms, nor Qt, which is C++
	github.com/alecthomas/kong v1.17.0 // a command line as a structure; not cobra, which is commands as code and brings more modules
	github.com/bep/imagemeta v1.0.1 // reads EXIF within bounds; not rwcarlsen/goexif, which nobody keeps any more
	github.com/boombuler/barcode v1.1.0 // draws Code 128 as scanners read it; not gozxing, which is made to read codes
	github.com/disintegration/imaging v1.6.2 // turns and shrinks by Lanczos; not x/image/draw, which has no such filter, nor nfnt/resize, which is archived
	github.com/esimov/pigo v1.4.6 // finds faces in Go alone; not OpenCV, which is C++
	github.com/expr-lang/expr v1.17.8 // conditions of campaign files, typed and bounded; not CEL, which brings protobuf, nor Lua, which never need end
	github.com/go-fonts/liberation v0.3.3 // the widths of Times and Arial with all our letters; not the PC's fonts, which are others on each
	github.com/go-gl/glfw/v3.3/glfw v0.0.0-20240506104042-037f3cc74f2a // where the window stands, asked of the very library that Fyne draws by; no other knows
	github.com/go-text/typesetting v0.2.1 // finds fonts of the PC as Fyne itself does; not fontconfig, which is C and not on Windows
	github.com/google/jsonschema-go v0.4.2 // the schema of messages, compiled when it is asked for; not santhosh-tekuri/jsonschema, which costs 5 ms and 1.7 MB of every start
	github.com/jackc/pgx/v5 v5.12.0 // PostgreSQL of a centre; not lib/pq, which itself points to pgx
	github.com/klippa-app/go-pdfium v1.17.2 // draws PDFs in a sandbox without C; not MuPDF, which is AGPL, nor poppler, which is GPL, both C
	github.com/ncruces/zenity v0.10.14 // the PC's own file dialogs without C; not sqweek/dialog, which needs GTK
	github.com/nicksnyder/go-i18n/v2 v2.7.0 // plurals of uk, ru, ky by CLDR; not x/text/message, whose catalogues are unfinished
	github.com/nyaruka/phonenumbers v1.8.1 // Google's plan of numbers, kept up to date; not patterns of our own, which would not be
	github.com/pelletier/go-toml/v2 v2.4.3 // says in which line a campaign file is wrong; not BurntSushi/toml, which names an unknown key without its line
	github.com/rogpeppe/go-internal v1.16.0 // scripts as tests of the command line, as Go's own; not shell scripts, which Windows lacks
	github.com/rymdport/portal v0.4.2 // whether the desktop is dark, by the same portal as Fyne; not dbus by hand
	github.com/signintech/gopdf v0.33.0 // papers by the millimetre with parts of fonts; not gofpdf, which is archived
	github.com/tetratelabs/wazero v1.9.0 // runs PDFium's WebAssembly without C; not wasmtime, which is Rust behind C
	github.com/xuri/excelize/v2 v2.11.0 // reads .xlsx row by row, and writes it with styles and rules for cells; not a reader of our own, as large as all the rest
	github.com/yuin/goldmark v1.7.17 // the guide's Markdown by CommonMark, in Fyne already; not blackfriday, which has its own
	golang.org/x/crypto v0.58.0 // Argon2id and XChaCha20-Poly1305, which the standard library has not; not libsodium, which is C
	golang.org/x/image v0.47.0 // outlines of fonts and reading BMP, TIFF, WebP; not freetype/truetype, which reads no OpenType
	golang.org/x/net v0.60.0 // HTML as browsers read it, where Excel has saved a page; not encoding/xml, which refuses it
	golang.org/x/sys v0.49.0 // what closes memory and files to others; not syscall, which is frozen
	golang.org/x/term v0.47.0 // a password without its echo; not stty, which Windows lacks
	golang.org/x/text v0.43.0 // composed letters, the order of names, code pages; not the standard library, which has none of them
	modernc.org/sqlite v1.60.1 // SQLite without C, so that graduandctl is one file; not mattn/go-sqlite3, which needs C
	pgregory.net/rapid v1.3.0 // properties with smallest examples; not testing/quick, which is frozen and shrinks nothing
)

require (
	filippo.io/hpke v0.4.0 // indirect
	fyne.io/systray v1.11.1-0.20250603113521-ca66a66d8b58 // indirect
	github.com/BurntSushi/toml v1.6.0 // indirect
	github.com/akavel/rsrc v0.10.2 // indirect
	github.com/davecgh/go-spew v1.1.1 // indirect
	github.com/dchest/jsmin v0.0.0-20220218165748-59f39799265f // indirect
	github.com/dustin/go-humanize v1.0.1 // indirect
	github.com/fredbi/uri v1.1.1 // indirect
	github.com/fsnotify/fsnotify v1.9.0 // indirect
	github.com/fyne-io/gl-js v0.2.0 // indirect
	github.com/fyne-io/glfw-js v0.3.0 // indirect
	github.com/fyne-io/image v0.1.1 // indirect
	github.com/fyne-io/oksvg v0.2.0 // indirect
	github.com/go-gl/gl v0.0.0-20231021071112-07e5d0ea2e71 // indirect
	github.com/go-text/render v0.2.0 // indirect
	github.com/godbus/dbus/v5 v5.1.0 // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/hack-pad/go-indexeddb v0.3.2 // indirect
	github.com/hack-pad/safejs v0.1.0 // indirect
	github.com/jackc/pgpassfile v1.0.0 // indirect
	github.com/jackc/pgservicefile v0.0.0-20240606120523-5a60cdf6a761 // indirect
	github.com/jackc/puddle/v2 v2.2.3 // indirect
	github.com/jeandeaual/go-locale v0.0.0-20250612000132-0ef82f21eade // indirect
	github.com/jolestar/go-commons-pool/v2 v2.1.2 // indirect
	github.com/josephspurrier/goversioninfo v1.4.1 // indirect
	github.com/jsummers/gobmp v0.0.0-20230614200233-a9de23ed2e25 // indirect
	github.com/mattn/go-isatty v0.0.24 // indirect
	github.com/ncruces/go-strftime v1.0.0 // indirect
	github.com/nfnt/resize v0.0.0-20180221191011-83c6a9932646 // indirect
	github.com/phpdave11/gofpdi v1.0.14-0.20211212211723-1f10f9844311 // indirect
	github.com/pkg/errors v0.8.1 // indirect
	github.com/pmezard/go-difflib v1.0.0 // indirect
	github.com/randall77/makefat v0.0.0-20210315173500-7ddd0e42c844 // indirect
	github.com/remyoudompheng/bigfft v0.0.0-20230129092748-24d4a6f8daec // indirect
	github.com/richardlehane/mscfb v1.0.7 // indirect
	github.com/richardlehane/msoleps v1.0.6 // indirect
	github.com/srwiley/oksvg v0.0.0-20221011165216-be6e8873101c // indirect
	github.com/srwiley/rasterx v0.0.0-20220730225603-2ab79fcdd4ef // indirect
	github.com/stretchr/testify v1.11.1 // indirect
	github.com/tiendc/go-deepcopy v1.7.2 // indirect
	github.com/xuri/efp v0.0.1 // indirect
	github.com/xuri/nfp v0.0.2-0.20250530014748-2ddeb826f9a9 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/tools v0.51.0 // indirect
	google.golang.org/protobuf v1.36.11 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
	modernc.org/libc v1.77.1 // indirect
	modernc.org/mathutil v1.7.1 // indirect
	modernc.org/memory v1.12.1 // indirect
)
