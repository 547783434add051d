package recovery

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"filippo.io/age"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/file"
	"graduand/data/registry"
)

// waiting is what is kept of a request until its answer comes.
type waiting struct {
	Registry string `json:"registry"`
	// ID and Hash are those of the request.
	ID   string `json:"id"`
	Hash string `json:"hash"`
	// Name and Phone are of who has asked.
	Name  string `json:"name"`
	Phone string `json:"phone"`
	// Secret and Signing are the keys that live for this request.
	Secret  string `json:"secret"`
	Signing string `json:"signing"`
}

// besideOf is where it is kept: beside the registry, an age file that the new password opens.
func besideOf(path string) string { return path + "-asked" }

// Asked says that a request of this registry waits for its answer.
func Asked(path string) bool {
	info, err := os.Lstat(besideOf(path))
	return err == nil && info.Mode().IsRegular()
}

// maximumWorkFactor bounds what is read, as age has it.
const maximumWorkFactor = 18

func keep(reply *exchange.Identity, w waiting, password string) ([]byte, error) {
	var err error
	if w.Secret, w.Signing, err = reply.Text(); err != nil {
		return nil, err
	}
	text, err := json.Marshal(w)
	if err != nil {
		return nil, fmt.Errorf("encode request: %w", err)
	}
	by, err := age.NewScryptRecipient(registry.PreparePassword(password))
	if err != nil {
		return nil, fmt.Errorf("seal request: %w", err)
	}
	by.SetWorkFactor(registry.FileWork())
	var sealed bytes.Buffer
	to, err := age.Encrypt(&sealed, by)
	if err != nil {
		return nil, fmt.Errorf("seal request: %w", err)
	}
	if _, err := to.Write(text); err != nil {
		return nil, fmt.Errorf("seal request: %w", err)
	}
	if err := to.Close(); err != nil {
		return nil, fmt.Errorf("seal request: %w", err)
	}
	return sealed.Bytes(), nil
}

// maximumKept bounds what is kept of a request, in octets.
const maximumKept = 64 << 10

// kept opens what was kept of the request of a registry.
func kept(path, password string) (*exchange.Identity, waiting, error) {
	var w waiting
	sealed, err := file.Read(besideOf(path), maximumKept)
	if errors.Is(err, os.ErrNotExist) {
		return nil, w, data.FailWith(err, "recovery.not_asked", nil)
	}
	if err != nil {
		return nil, w, err
	}
	text, err := unsealed(sealed, password)
	if err != nil {
		return nil, w, err
	}
	if err := json.Unmarshal(text, &w); err != nil {
		return nil, w, data.FailWith(err, "recovery.spoilt", nil)
	}
	reply, err := exchange.ParseIdentity(w.Secret, w.Signing)
	return reply, w, err
}

func unsealed(sealed []byte, password string) ([]byte, error) {
	by, err := age.NewScryptIdentity(registry.PreparePassword(password))
	if err != nil {
		return nil, data.FailWith(err, "recovery.wrong_password", nil)
	}
	by.SetMaxWorkFactor(maximumWorkFactor)
	plain, err := age.Decrypt(bytes.NewReader(sealed), by)
	var other *age.NoIdentityMatchError
	if errors.As(err, &other) {
		return nil, data.FailWith(err, "recovery.wrong_password", nil)
	}
	if err != nil {
		return nil, data.FailWith(err, "recovery.spoilt", nil)
	}
	text, err := io.ReadAll(io.LimitReader(plain, maximumKept))
	if err != nil {
		return nil, data.FailWith(err, "recovery.spoilt", nil)
	}
	return text, nil
}
