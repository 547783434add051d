// Package canarytest looks for what must not be seen: tests fill the program with words that nobody else uses,
// and search files and memory for them.
package canarytest

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf16"
)

// Spellings are a text in the forms in which it could lie on a disk or in memory: UTF-8, UTF-16 as Windows has
// it and turned round, and the single letters of Go, which are UTF-32.
func Spellings(text string) [][]byte {
	all := [][]byte{[]byte(text)}
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		var wide []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			wide = order.AppendUint16(wide, unit)
		}
		all = append(all, wide)
	}
	var letters []byte
	for _, letter := range text {
		letters = binary.LittleEndian.AppendUint32(letters, uint32(letter))
	}
	return append(all, letters)
}

// Stands says whether a text stands in a content, however it is spelt there.
func Stands(content []byte, text string) bool {
	return slices.ContainsFunc(Spellings(text), func(spelt []byte) bool { return bytes.Contains(content, spelt) })
}

// SeenIn are those of the texts that stand in any file of the folders, or in the name of one: where, by the text.
func SeenIn(texts []string, folders ...string) (map[string][]string, error) {
	seen := map[string][]string{}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.IsDir() && !entry.Type().IsRegular() {
				return err
			}
			var content []byte
			if !entry.IsDir() {
				if content, err = os.ReadFile(path); err != nil {
					return err
				}
			}
			for _, text := range texts {
				if strings.Contains(entry.Name(), text) || Stands(content, text) {
					seen[text] = append(seen[text], entry.Name())
				}
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("look through %s: %w", folder, err)
		}
	}
	return seen, nil
}
