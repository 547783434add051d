package main

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"

	"graduand/data/registrar"
)

// Limits of the log: five files of 1 MB at most.
const (
	logFiles = 5
	logBytes = 1 << 20
)

// programLog writes the log. It holds ids and codes only, never a personal word.
type programLog struct {
	logger *slog.Logger
	file   *rotating
}

func openLog(folder string) (*programLog, error) {
	file := &rotating{path: filepath.Join(folder, registrar.LogFile)}
	if err := file.open(); err != nil {
		return nil, err
	}
	return &programLog{logger: slog.New(slog.NewTextHandler(file, nil)), file: file}, nil
}

func (l *programLog) close() { l.file.close() }

// rotating is a file that makes room for another when it is full.
type rotating struct {
	mu   sync.Mutex
	path string
	file *os.File
	size int64
}

func (r *rotating) open() error {
	f, err := os.OpenFile(r.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("open log: %w", err)
	}
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("open log: %w", err)
	}
	r.file, r.size = f, info.Size()
	return nil
}

// Write appends, in a new file when this one would grow too large.
func (r *rotating) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.size+int64(len(p)) > logBytes {
		if err := r.rotate(); err != nil {
			return 0, err
		}
	}
	n, err := r.file.Write(p)
	r.size += int64(n)
	return n, err
}

func (r *rotating) rotate() error {
	if err := r.file.Close(); err != nil {
		return fmt.Errorf("rotate log: %w", err)
	}
	for i := logFiles - 1; i > 0; i-- {
		older := fmt.Sprintf("%s.%d", r.path, i)
		newer := fmt.Sprintf("%s.%d", r.path, i-1)
		if i == 1 {
			newer = r.path
		}
		if err := os.Rename(newer, older); err != nil && !os.IsNotExist(err) {
			return fmt.Errorf("rotate log: %w", err)
		}
	}
	return r.open()
}

func (r *rotating) close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.file.Close()
}
