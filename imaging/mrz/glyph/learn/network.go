package main

import (
	"encoding/binary"
	"log"
	"math"
	"sync"

	"graduand/imaging/drawing"
	"graduand/imaging/mrz/glyph"
)

// in, hidden and out are the sides of the network.
const (
	in     = glyph.Width * glyph.Height
	hidden = glyph.Hidden
	out    = len(glyph.Signs) + 1
)

// unit has weights for what comes in, and a bias after them.
type unit []float32

// network is one hidden layer of units that are silent below nothing, and a unit a sign and for none.
type network struct {
	first, second []unit
	// moved is how the weights were moved last, squared how far in the square.
	moved, squared []unit
}

func begun(r *drawing.Random) *network {
	n := &network{}
	for range hidden {
		n.first = append(n.first, fresh(in, r))
	}
	for range out {
		n.second = append(n.second, fresh(hidden, r))
	}
	for _, u := range n.units() {
		n.moved, n.squared = append(n.moved, make(unit, len(u))), append(n.squared, make(unit, len(u)))
	}
	return n
}

func fresh(size int, r *drawing.Random) unit {
	u := make(unit, size+1)
	for i := range size {
		u[i] = float32(r.Normal() * math.Sqrt(2/float64(size)))
	}
	return u
}

func (n *network) units() []unit { return append(append([]unit{}, n.first...), n.second...) }

// batch is how many samples move the weights once; parts how many are worked on at once.
const (
	batch = 256
	parts = 2
)

// learn moves the weights by so many samples.
func (n *network) learn(faces []*drawing.Face, samples int) {
	waiting := make(chan []sample, 4)
	go drawn(faces, samples, waiting)
	step, steps := 0, samples/batch
	var loss, wrong float64
	for some := range waiting {
		l, w := n.step(some, step, steps)
		loss, wrong = loss+l, wrong+w
		if step++; step%200 == 0 {
			log.Printf("%d of %d: loss %.4f, wrong %.4f", step, steps, loss/200, wrong/200)
			loss, wrong = 0, 0
		}
	}
}

// drawn mixes the signs of many strips into batches.
func drawn(faces []*drawing.Face, samples int, to chan<- []sample) {
	r := drawing.Seeded(2)
	var pool []sample
	for sent := 0; sent < samples; sent += batch {
		for len(pool) < 16*batch {
			pool = append(pool, strip(faces[r.Below(len(faces))], r)...)
		}
		some := make([]sample, batch)
		for i := range some {
			at := r.Below(len(pool))
			some[i], pool[at] = pool[at], pool[len(pool)-1]
			pool = pool[:len(pool)-1]
		}
		to <- some
	}
	close(to)
}

// step moves the weights once (Adam, the rate falling to nothing as a cosine).
func (n *network) step(some []sample, step, steps int) (loss, wrong float64) {
	var slopes [parts][]unit
	var losses, wrongs [parts]float64
	var done sync.WaitGroup
	for part := range parts {
		done.Go(func() {
			slopes[part] = n.empty()
			for i := part; i < len(some); i += parts {
				l, w := n.slope(&some[i], slopes[part])
				losses[part], wrongs[part] = losses[part]+l, wrongs[part]+w
			}
		})
	}
	done.Wait()
	rate := 0.002 * (1 + math.Cos(math.Pi*float64(step)/float64(steps))) / 2 * min(1, float64(step+1)/100)
	n.move(slopes[:], float32(rate), step+1)
	return (losses[0] + losses[1]) / batch, (wrongs[0] + wrongs[1]) / batch
}

func (n *network) empty() (all []unit) {
	for _, u := range n.units() {
		all = append(all, make(unit, len(u)))
	}
	return all
}

func (n *network) move(slopes [][]unit, rate float32, step int) {
	const kept, keptSquared = 0.9, 0.999
	unbias := float32(math.Sqrt(1-math.Pow(keptSquared, float64(step))) / (1 - math.Pow(kept, float64(step))))
	for k, u := range n.units() {
		m, s := n.moved[k], n.squared[k]
		for i := range u {
			slope := float32(0)
			for _, part := range slopes {
				slope += part[k][i] / batch
			}
			slope += 1e-5 * u[i]
			m[i] = kept*m[i] + (1-kept)*slope
			s[i] = keptSquared*s[i] + (1-keptSquared)*slope*slope
			u[i] -= rate * unbias * m[i] / (float32(math.Sqrt(float64(s[i]))) + 1e-7)
		}
	}
}

// slope adds how a sample would have the weights moved.
func (n *network) slope(s *sample, slopes []unit) (loss, wrong float64) {
	var x [in]float32
	for i, v := range s.patch {
		x[i] = float32(v) / 64
	}
	var h, back [hidden]float32
	for k, u := range n.first {
		h[k] = max(0, sum(u, x[:]))
	}
	odds := n.odds(h[:])
	loss = -math.Log(max(1e-9, float64(odds[s.sign])))
	for k := range odds {
		if odds[k] > odds[s.sign] {
			wrong = 1
		}
		d := odds[k]
		if k == s.sign {
			d--
		}
		u, slope := n.second[k], slopes[hidden+k]
		for i, v := range h {
			slope[i] += d * v
			back[i] += d * u[i]
		}
		slope[hidden] += d
	}
	for k, d := range back {
		if h[k] > 0 {
			add(slopes[k], x[:], d)
		}
	}
	return loss, wrong
}

func add(slope unit, x []float32, d float32) {
	slope[len(x)] += d
	for i, v := range x {
		slope[i] += d * v
	}
}

func sum(u unit, x []float32) float32 {
	s0, s1, s2, s3 := u[len(x)], float32(0), float32(0), float32(0)
	u = u[:len(x)]
	for i := 0; i+3 < len(x); i += 4 {
		s0 += u[i] * x[i]
		s1 += u[i+1] * x[i+1]
		s2 += u[i+2] * x[i+2]
		s3 += u[i+3] * x[i+3]
	}
	return s0 + s1 + s2 + s3
}

// odds are how likely each sign is.
func (n *network) odds(h []float32) (odds [out]float32) {
	most := float32(math.Inf(-1))
	for k, u := range n.second {
		odds[k] = sum(u, h)
		most = max(most, odds[k])
	}
	whole := float32(0)
	for k := range odds {
		odds[k] = float32(math.Exp(float64(odds[k] - most)))
		whole += odds[k]
	}
	for k := range odds {
		odds[k] /= whole
	}
	return odds
}

// written are the weights as the reader takes them.
func (n *network) written() (b []byte) {
	for _, u := range n.first {
		b = written(b, u, 256*64)
	}
	for _, u := range n.second {
		b = written(b, u, 256*256)
	}
	return b
}

func written(b []byte, u unit, bias float64) []byte {
	for _, w := range u[:len(u)-1] {
		whole := math.Round(min(max(float64(w)*256, -32768), 32767))
		b = binary.LittleEndian.AppendUint16(b, uint16(int16(whole)))
	}
	return binary.LittleEndian.AppendUint32(b, uint32(int32(math.Round(float64(u[len(u)-1])*bias))))
}
