package cmd

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestSignedProgram signs a Windows program as make package does when a certificate is given, and lets
// the tool that checks signatures judge it; without a certificate not a byte changes.
func TestSignedProgram(t *testing.T) {
	root := t.TempDir()
	if out, err := exec.Command("unzip", "-q", packed(t, "graduand-*-windows.zip"), "-d", root).CombinedOutput(); err != nil {
		t.Fatalf("unpack: %v\n%s", err, out)
	}
	program := filepath.Join(root, "Graduand", "graduandctl.exe")
	before, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	outputOf(t, exec.Command("graduand/windows/sign.sh", program))
	if after, err := os.ReadFile(program); err != nil || string(after) != string(before) {
		t.Errorf("without a certificate the program is changed: %v", err)
	}
	certificate, key := signer(t, root)
	sign := exec.Command("graduand/windows/sign.sh", program)
	sign.Env = append(os.Environ(), "CERTIFICATE="+certificate, "KEY="+key)
	outputOf(t, sign)
	verify := func() (string, error) {
		out, err := exec.Command("osslsigncode", "verify", "-CAfile", certificate, "-in", program).CombinedOutput()
		return string(out), err
	}
	if out, err := verify(); err != nil || !strings.Contains(out, "Signature verification: ok") {
		t.Errorf("the signature: %v\n%s", err, out)
	}
	signed, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	signed[len(before)/2] ^= 1
	if err := os.WriteFile(program, signed, 0o700); err != nil {
		t.Fatal(err)
	}
	if out, err := verify(); err == nil {
		t.Errorf("an altered program passes:\n%s", out)
	}
}

// signer makes a certificate that may sign programs, and its key, as PEM files in a folder.
func signer(t *testing.T, folder string) (certificate, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	about := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Graduand, a test"}, NotBefore: now.Add(-time.Hour), NotAfter: now.Add(time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageCodeSigning},
	}
	signed, err := x509.CreateCertificate(rand.Reader, about, about, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, kind string, content []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: content}), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	return write("certificate.pem", "CERTIFICATE", signed), write("key.pem", "PRIVATE KEY", sealed)
}
