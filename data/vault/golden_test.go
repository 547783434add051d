package vault

// Values of the file format, computed by Python's hmac and hashlib from the
// descriptions in the doc comments. A change of any of them would make every existing
// registry unreadable.
const (
	// HKDF-SHA256 of 32 octets 7, no salt, info «graduand/1|school/wrap/record».
	goldenRecord = "0ca584e6f1801cca0279685a2b8eba6352c1bbf87a50bc3616cd2b477a67b9d1"
	// HMAC-SHA256 of AB0000001 with the sub-key fingerprint of the same key.
	goldenFingerprint = "0f1dc0712e31ae74ae12f991393fe44a"
	// SHA-256 of the first event: graduate.added, 0190, revision 1, all hashes zero.
	goldenChain = "84839d3f31ec4e9b7efd302da3d9faa232b8efe1ff06e9fa9e6782d84411da4b"
)
