package exchange

// Ending is how the name of a message ends; the rest of the name means nothing.
const Ending = ".zip.age"

// MaximumFiles bounds the photos and scans of one message, in octets: who has more sends several.
const MaximumFiles = 64 << 20

// MaximumSize bounds the file of a message, in octets.
const MaximumSize = MaximumFiles + 16<<20

// What a message of a stranger may cost, in octets: the envelope, a manifest, a table, the signature,
// a cell of it, the directory of the zip, and all that its entries unpack to. The rest are numbers: of
// entries, of rows in a table, and of fields of the campaign's form.
const (
	maximumEnvelope  = 128 << 10
	maximumManifest  = 4 << 20
	maximumTable     = 8 << 20
	maximumCell      = 8 << 10
	maximumSignature = 4 << 10
	maximumDirectory = 4 << 20
	maximumContent   = MaximumFiles + 32<<20
	maximumEntries   = 20_000
	maximumRows      = 50_000
	maximumFields    = 500
)
