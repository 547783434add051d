package imaging

import (
	"bytes"
	"slices"
)

// Format is what a file is by its own bytes: never by its name.
type Format string

// The formats that are told apart; only the first two are opened.
const (
	JPEG    Format = "jpeg"
	PNG     Format = "png"
	WebP    Format = "webp"
	HEIC    Format = "heic"
	AVIF    Format = "avif"
	GIF     Format = "gif"
	TIFF    Format = "tiff"
	BMP     Format = "bmp"
	PDF     Format = "pdf"
	Unknown Format = ""
)

// signatures are the first bytes of formats.
var signatures = []struct {
	format Format
	head   string
}{
	{JPEG, "\xff\xd8\xff"}, {PNG, "\x89PNG\r\n\x1a\n"}, {GIF, "GIF8"}, {TIFF, "II*\x00"}, {TIFF, "MM\x00*"},
	{TIFF, "II+\x00"}, {TIFF, "MM\x00+"}, {BMP, "BM"}, {PDF, "%PDF-"},
}

// FormatOf tells a format by the first bytes of a file.
func FormatOf(content []byte) Format {
	for _, s := range signatures {
		if bytes.HasPrefix(content, []byte(s.head)) {
			return s.format
		}
	}
	if len(content) < 12 {
		return Unknown
	}
	switch {
	case string(content[:4]) == "RIFF" && string(content[8:12]) == "WEBP":
		return WebP
	case string(content[4:8]) == "ftyp":
		return familyOf(string(content[8:12]))
	}
	return Unknown
}

// familyOf tells the pictures of ISO 14496-12 from films by their brand.
func familyOf(brand string) Format {
	switch brand {
	case "avif", "avis":
		return AVIF
	case "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1":
		return HEIC
	}
	return Unknown
}

// endings are those of names, the first the usual one.
var endings = map[Format][]string{JPEG: {".jpg", ".jpeg", ".jpe", ".jfif"}, PNG: {".png"}, PDF: {".pdf"}, WebP: {".webp"},
	HEIC: {".heic", ".heif"}, AVIF: {".avif"}, GIF: {".gif"}, TIFF: {".tif", ".tiff"}, BMP: {".bmp"}}

// Ending is what the name of a file of this format ends with, "" for an unknown one.
func (f Format) Ending() string {
	if len(endings[f]) == 0 {
		return ""
	}
	return endings[f][0]
}

// Ends reports that a name, in small letters, ends as one of this format may.
func (f Format) ends(ending string) bool { return slices.Contains(endings[f], ending) }
