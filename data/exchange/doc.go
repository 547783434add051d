// Package exchange is the form of the messages between a school and its centre: what stands in one,
// how it is written, and how one is read that a stranger may have made. It knows no registry, no
// database and no campaign.
//
// A message is one file, NAME.zip.age: a zip with a BagIt 1.0 bag (RFC 8493), signed inside and
// encrypted outside, so that anybody can open and check it with tools that are not ours:
//
//	age -d -i centre.agekey MESSAGE.zip.age > message.zip && unzip message.zip
//	minisign -Vm tagmanifest-sha256.txt -p school.minisign.pub
//	sha256sum --strict -c tagmanifest-sha256.txt manifest-sha256.txt
//
// In the bag stand data/message.json, the [Envelope] (schema/message.schema.json), tables of plain
// text with data/datapackage.json that describes them (Frictionless Data Package 1), and photos and
// scans under data/files, octet for octet as they were attached, named by their SHA-256.
//
// The hash of a message is the SHA-256 of its tagmanifest-sha256.txt, in hexadecimal: the signature
// covers that file, that file covers all others. Each sender numbers its messages to a receiver
// without gaps and names the hash of the one before.
//
// What is read is believed only when the whole file is authenticated, nothing of it is ever written
// to a disk by a name from inside it, and everything that is wrong ends in one refusal with a code
// "message.…" (design §9).
package exchange
