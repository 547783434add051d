package frame

// Area is a part of the screens, in their pixels.
type Area struct {
	X      int `json:"x"`
	Y      int `json:"y"`
	Width  int `json:"width"`
	Height int `json:"height"`
}

// Standing is where the window stood when it was closed: its left upper corner, and whether it filled the
// screen. Its size is in [Settings].
type Standing struct {
	X         int  `json:"x"`
	Y         int  `json:"y"`
	Maximised bool `json:"maximised"`
}

// PlaceIn is where a window, its frame included, comes to stand: as wanted, but never beyond the edge of a
// screen, and never larger than one. It stays on the screen that has most of it; what is on none, as on a
// second one that was taken away, comes into the middle of the first. With no screens it is as wanted.
func PlaceIn(screens []Area, wanted Area) Area {
	if len(screens) == 0 {
		return wanted
	}
	best, most := screens[0], 0
	for _, s := range screens {
		if part := s.shared(wanted); part > most {
			best, most = s, part
		}
	}
	at := Area{Width: min(wanted.Width, best.Width), Height: min(wanted.Height, best.Height)}
	if most == 0 {
		at.X, at.Y = best.X+(best.Width-at.Width)/2, best.Y+(best.Height-at.Height)/2
		return at
	}
	at.X = max(best.X, min(wanted.X, best.X+best.Width-at.Width))
	at.Y = max(best.Y, min(wanted.Y, best.Y+best.Height-at.Height))
	return at
}

// shared is how many pixels two areas share.
func (a Area) shared(b Area) int {
	width := min(a.X+a.Width, b.X+b.Width) - max(a.X, b.X)
	height := min(a.Y+a.Height, b.Y+b.Height) - max(a.Y, b.Y)
	return max(width, 0) * max(height, 0)
}
