package centre

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"filippo.io/age"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/file"
)

// The files of keys in a centre's folder, as age and minisign read them. The recovery key is a second
// one, which can be kept elsewhere: it gives lost registries back and opens no messages. The public ones
// are for a centre that enrols schools whose entries go here.
const (
	secretFile   = "centre.agekey"
	signFile     = "centre.minisign.key"
	signerFile   = "centre.minisign.pub"
	publicFile   = "centre.keys.json"
	recoveryFile = "recovery.agekey"
	recipientOf  = "recovery.age.pub"
)

// MakeKeys makes the keys of a new centre in a folder, and gives the public ones. Keys that are there
// already are never written over: centre.keys_exist.
func MakeKeys(folder string, recovery bool, random io.Reader) (exchange.Keys, error) {
	id, err := exchange.NewIdentity(random)
	if err != nil {
		return exchange.Keys{}, err
	}
	files, err := keyFiles(id)
	if err != nil {
		return exchange.Keys{}, err
	}
	if recovery {
		if err := addRecovery(files); err != nil {
			return exchange.Keys{}, err
		}
	}
	for name := range files {
		if _, err := os.Lstat(filepath.Join(folder, name)); err == nil {
			return exchange.Keys{}, data.Fail("centre.keys_exist", data.Args{"file": filepath.Join(folder, name)})
		}
	}
	if err := file.MakeFolder(folder); err != nil {
		return exchange.Keys{}, err
	}
	for name, content := range files {
		if err := file.Save(filepath.Join(folder, name), content); err != nil {
			return exchange.Keys{}, err
		}
	}
	return id.Keys(), nil
}

func keyFiles(id *exchange.Identity) (map[string][]byte, error) {
	secret, sign, err := id.Text()
	if err != nil {
		return nil, err
	}
	public, err := id.Keys().PublicFile()
	if err != nil {
		return nil, err
	}
	given, err := id.Keys().PublicText()
	if err != nil {
		return nil, err
	}
	return map[string][]byte{publicFile: given, secretFile: []byte("# public key: " + id.Keys().Recipient + "\n" + secret), signFile: []byte(sign), signerFile: public}, nil
}

func addRecovery(files map[string][]byte) error {
	id, err := age.GenerateX25519Identity()
	if err != nil {
		return fmt.Errorf("make recovery key: %w", err)
	}
	recipient := id.Recipient().String()
	files[recoveryFile] = []byte("# public key: " + recipient + "\n" + id.String() + "\n")
	files[recipientOf] = []byte(recipient + "\n")
	return nil
}

// ReadKeys reads the public keys of another centre, which [MakeKeys] has written beside its secret ones.
func ReadKeys(path string) (exchange.Keys, error) {
	content, err := file.Read(path, maximumKey)
	if err != nil {
		return exchange.Keys{}, data.FailWith(err, "file.cannot_read", data.Args{"file": path})
	}
	return exchange.ParseKeys(content)
}

// maximumKey bounds the file of a key, in octets.
const maximumKey = 64 << 10

// readKeys reads the keys of a folder, and the recipient of what gives registries back. A folder without
// keys is centre.no_keys.
func readKeys(folder string) (id *exchange.Identity, recovery string, err error) {
	texts := map[string]string{}
	for _, name := range []string{secretFile, signFile, recipientOf} {
		path := filepath.Join(folder, name)
		content, err := file.Read(path, maximumKey)
		switch {
		case name == recipientOf && errors.Is(err, os.ErrNotExist):
		case errors.Is(err, os.ErrNotExist):
			return nil, "", data.FailWith(err, "centre.no_keys", data.Args{"folder": folder})
		case err != nil:
			return nil, "", err
		}
		texts[name] = string(content)
	}
	if id, err = exchange.ParseIdentity(texts[secretFile], texts[signFile]); err != nil {
		return nil, "", err
	}
	return id, cmp.Or(strings.TrimSpace(texts[recipientOf]), id.Keys().Recipient), nil
}
