// Package failing tests that whoever writes to a writer that fails gives back its error.
package failing

import (
	"errors"
	"io"
	"testing"
)

// writer takes so many bytes and then fails.
type writer struct{ room int }

var errFull = errors.New("full")

func (w *writer) Write(p []byte) (int, error) {
	if len(p) > w.room {
		n := w.room
		w.room = 0
		return n, errFull
	}
	w.room -= len(p)
	return len(p), nil
}

// size counts the bytes that are written.
type size int

func (s *size) Write(p []byte) (int, error) {
	*s += size(len(p))
	return len(p), nil
}

// Test fails the test where write does not give the error of a writer that fails after 0 bytes, after each further
// step of them and before the last, or gives one of a writer that takes everything.
func Test(t testing.TB, step int, write func(io.Writer) error) {
	t.Helper()
	var whole size
	if err := write(&whole); err != nil {
		t.Fatal(err)
	}
	if whole == 0 {
		t.Fatal("nothing was written")
	}
	for room := 0; room < int(whole)-1; room += step {
		after(t, room, write)
	}
	after(t, int(whole)-1, write)
	if err := write(&writer{int(whole)}); err != nil {
		t.Errorf("a writer with room for all gave %v", err)
	}
}

func after(t testing.TB, room int, write func(io.Writer) error) {
	t.Helper()
	if err := write(&writer{room}); !errors.Is(err, errFull) {
		t.Errorf("after %d bytes: got %v, want the writer's error", room, err)
	}
}
