package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"

	"graduand/data"
	"graduand/data/file"
)

// privateName is what the copy is called that is read in the place of a registry.
const privateName = "looked" + Extension

// privateFolder makes a folder for such a copy that only the user can enter: among what is the
// program's own, or where nothing can be written there either, as on a stick with its lock on,
// among temporary files. The copy is sealed as the registry is.
func privateFolder() (string, error) {
	base, err := privateBase()
	if err == nil {
		err = file.MakeFolder(base)
	}
	if err != nil {
		base = os.TempDir()
	}
	return file.TemporaryFolder(base)
}

// privateBase is where copies lie that are read in the place of registries.
func privateBase() (string, error) {
	own, err := file.OwnFolder()
	return filepath.Join(own, "looked"), err
}

// TriesApart is where wrong passwords at a registry are counted that cannot be written itself. The
// folder need not be there yet.
func TriesApart(path string) string {
	base, err := privateBase()
	if err != nil {
		base = os.TempDir()
	}
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	sum := sha256.Sum256([]byte(path))
	return filepath.Join(base, hex.EncodeToString(sum[:8])+"-tries")
}

// RemoveLooked removes the copies that programs have left which were killed while somebody looked
// at a registry. What cannot be removed harms nobody: it is sealed.
func RemoveLooked() {
	if base, err := privateBase(); err == nil {
		file.RemoveAbandoned(base)
	}
	file.RemoveAbandoned(os.TempDir())
}

// copyWithLog copies a registry with the log that lies beside it, and gives the path of the copy.
// The file comes first: whatever somebody who works in it lays into it meanwhile comes from the
// log, and is in the copy of that too, unless the log was begun anew in between, which its salts
// tell (https://www.sqlite.org/fileformat.html §4.1): then it is registry.changed_meanwhile.
func copyWithLog(ctx context.Context, path string) (copied string, err error) {
	salts, err := saltsOf(logPath(path))
	if err != nil {
		return "", unsteady(err, path)
	}
	folder, err := privateFolder()
	if err != nil {
		return "", err
	}
	copied = filepath.Join(folder, privateName)
	if err = copyFile(ctx, path, copied); err == nil {
		err = copyFile(ctx, logPath(path), logPath(copied))
	}
	// That it was begun anew, or has gone, is why anything else may have failed.
	if after, read := saltsOf(logPath(path)); read != nil || !bytes.Equal(salts, after) {
		err = errors.Join(unsteady(read, path), err)
	}
	if err != nil {
		return "", errors.Join(err, os.RemoveAll(folder))
	}
	return copied, nil
}

// unsteady is why a log could not be read: it has gone, or was begun anew, or nobody may read it, or
// its disk fails.
func unsteady(err error, path string) error {
	switch {
	case errors.Is(err, os.ErrPermission):
		return data.FailWith(err, "registry.cannot_open", data.Args{"file": logPath(path)})
	case err == nil, errors.Is(err, os.ErrNotExist), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return data.FailWith(err, changedMeanwhile, data.Args{"file": filepath.Base(path)})
	}
	return data.FailWith(err, "registry.disk_fault", data.Args{"file": filepath.Base(path)})
}

// saltsOf are the octets of a log that are others once it is begun anew.
func saltsOf(log string) ([]byte, error) {
	f, err := os.Open(log)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, 24)
	if _, err := io.ReadFull(f, head); err != nil {
		return nil, err
	}
	return head[12:], nil
}

// copyFile copies a file to where none is, as long as there is room for it.
func copyFile(ctx context.Context, from, to string) (err error) {
	in, size, err := file.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	if err := file.Room(filepath.Dir(to), uint64(size)+reserve); err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return data.FailWith(err, "file.cannot_write", data.Args{"file": to})
	}
	_, err = io.Copy(out, steadily{ctx, in, filepath.Base(from)})
	if err = errors.Join(err, out.Close()); err != nil && data.CodeOf(err) == "" && ctx.Err() == nil {
		return data.FailWith(err, "file.cannot_write", data.Args{"file": to})
	}
	return err
}

// steadily reads a file until the work is cancelled.
type steadily struct {
	ctx context.Context
	io.Reader
	name string
}

func (r steadily) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = data.FailWith(err, "registry.disk_fault", data.Args{"file": r.name})
	}
	return n, err
}
