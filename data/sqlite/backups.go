package sqlite

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ExtensionBackup ends the name of a backup.
const ExtensionBackup = ".graduand-backup"

// The words that stand in the names of automatic backups and of their folder. They are part
// of how a registry lies on the disk, as it is found again by them in whatever language the
// window was; so they are a table here, and may be added to but never changed.
const (
	WordFolder  = "backups"
	WordIll     = "ill"
	WordClosed  = "closed"
	WordMoved   = "moved"
	WordRescued = "rescued"
	// WordApart is the folder of the photos and scans of all kept backups, WordFormer what a
	// registry was before it was brought to a new format.
	WordApart  = "attachments"
	WordFormer = "former"
)

var backupWords = map[string]map[string]string{
	"uk": {WordFolder: "копії", WordIll: "пошкоджено", WordClosed: "завершено", WordMoved: "перенесено", WordRescued: "врятовано", WordApart: "вкладення", WordFormer: "колишній"},
	"ru": {WordFolder: "копии", WordIll: "повреждено", WordClosed: "завершено", WordMoved: "перенесено", WordRescued: "спасено", WordApart: "вложения", WordFormer: "прежний"},
	"ky": {WordFolder: "көчүрмөлөр", WordIll: "бузулган", WordClosed: "аяктады", WordMoved: "көчүрүлдү", WordRescued: "сакталды", WordApart: "тиркемелер", WordFormer: "мурдагы"},
}

// BackupWord is a word of such a name in a language, the English one where we have none.
func BackupWord(language, word string) string {
	if own := backupWords[language][word]; own != "" {
		return own
	}
	return word
}

// EveryBackupWord is a word of such a name in all languages, the English one first.
func EveryBackupWord(word string) []string {
	all := []string{word}
	for _, words := range backupWords {
		all = append(all, words[word])
	}
	slices.Sort(all[1:])
	return all
}

// BackupFolder is where the automatic backups of a registry lie: the folder that is there,
// whatever the language it was named in.
func BackupFolder(registry string) string { return BackupFolderIn(registry, "") }

// BackupFolderIn is where an automatic backup of a registry goes: the folder that is there,
// else a new one, named in a language.
func BackupFolderIn(registry, language string) string {
	return named(strings.TrimSuffix(registry, Extension)+"-", WordFolder, language)
}

// ApartFolder is where the photos and scans of the backups in a folder lie: the folder that is
// there, whatever the language it was named in.
func ApartFolder(backups string) string { return ApartFolderIn(backups, "") }

// ApartFolderIn is where those of a new backup go: the folder that is there, else a new one,
// named in a language.
func ApartFolderIn(backups, language string) string {
	return named(backups+string(filepath.Separator), WordApart, language)
}

// named is a path that ends with a word: in whatever language it is there, else in this one.
func named(begin, word, language string) string {
	for _, word := range EveryBackupWord(word) {
		if _, err := os.Lstat(begin + word); err == nil {
			return begin + word
		}
	}
	return begin + BackupWord(language, word)
}
