package survey

// Withhold says which groups of a published total must be withheld, 不予公布, so that nothing shows on fewer than least
// people: those with fewer, but for empty ones, and further ones, the smallest first, until what is withheld is two groups
// at least and least people together. Otherwise what was withheld could be found by subtracting the others from the total
// (complementary suppression, 补充隐去). Where there are too few groups for that, all are withheld.
func Withhold(bases []int64, least int64) []bool {
	withheld := make([]bool, len(bases))
	groups, people := 0, int64(0)
	for i, n := range bases {
		if n > 0 && n < least {
			withheld[i] = true
			groups, people = groups+1, people+n
		}
	}
	for groups > 0 && (groups < 2 || people < least) {
		smallest := -1
		for i, n := range bases {
			if !withheld[i] && n > 0 && (smallest < 0 || n < bases[smallest]) {
				smallest = i
			}
		}
		if smallest < 0 {
			break
		}
		withheld[smallest] = true
		groups, people = groups+1, people+bases[smallest]
	}
	return withheld
}
