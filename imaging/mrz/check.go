package mrz

// weights are those of the check digit, over and over from the first sign (ICAO 9303-3 §4.9).
var weights = [3]int{7, 3, 1}

// checkDigit is the check digit of signs: digits count as they are, letters from A as 10 on,
// fillers nothing.
func checkDigit(signs string) byte {
	sum := 0
	for i := range len(signs) {
		sum += weights[i%3] * value(signs[i])
	}
	return '0' + byte(sum%10)
}

func value(sign byte) int {
	switch {
	case '0' <= sign && sign <= '9':
		return int(sign - '0')
	case 'A' <= sign && sign <= 'Z':
		return int(sign-'A') + 10
	}
	return 0
}

// holds reports that a check digit is that of the signs. A field of fillers alone may have a
// filler for it where optional says so.
func holds(signs string, digit byte, optional bool) bool {
	if digit == filler {
		return optional && empty(signs)
	}
	return digit == checkDigit(signs)
}

func empty(signs string) bool {
	for i := range len(signs) {
		if signs[i] != filler {
			return false
		}
	}
	return true
}
