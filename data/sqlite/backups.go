package sqlite

import (
	"os"
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
)

var backupWords = map[string]map[string]string{
	"uk": {WordFolder: "копії", WordIll: "пошкоджено", WordClosed: "завершено", WordMoved: "перенесено", WordRescued: "врятовано"},
	"ru": {WordFolder: "копии", WordIll: "повреждено", WordClosed: "завершено", WordMoved: "перенесено", WordRescued: "спасено"},
	"ky": {WordFolder: "көчүрмөлөр", WordIll: "бузулган", WordClosed: "аяктады", WordMoved: "көчүрүлдү", WordRescued: "сакталды"},
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
	begin := strings.TrimSuffix(registry, Extension) + "-"
	for _, word := range EveryBackupWord(WordFolder) {
		if _, err := os.Lstat(begin + word); err == nil {
			return begin + word
		}
	}
	return begin + BackupWord(language, WordFolder)
}
