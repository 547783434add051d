package sqlite

import (
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"
)

// A photo that its pages do not lead through is lost, and no other.
func TestOneSpoiltPhotoIsLostAlone(t *testing.T) {
	ctx := context.Background()
	path, content := filled(t)
	for page := len(content)/pageSize - 2; ; page-- {
		if binary.BigEndian.Uint32(content[page*pageSize:]) == uint32(page+2) && binary.BigEndian.Uint32(content[(page+1)*pageSize:]) == 0 {
			binary.BigEndian.PutUint32(content[page*pageSize:], 1<<31)
			break
		}
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	copied := filepath.Join(t.TempDir(), "copy.graduand")
	if err := db.CopySound(ctx, copied); err != nil {
		t.Fatal(err)
	}
	sound, err := Open(ctx, copied)
	if err != nil {
		t.Fatal(err)
	}
	defer sound.Close()
	found := 0
	err = sound.AttachmentNames(ctx, "", func(string, string) error {
		found++
		return nil
	})
	if err != nil || found != 39 {
		t.Errorf("%d photos of 39, %v", found, err)
	}
}
