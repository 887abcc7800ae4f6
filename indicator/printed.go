package indicator

// Whether a verdict compares the exact figure or the figure as it is printed is an option of the methods that have the
// parameter places: an actual of 78.0 % against 78.02 % due was officially accepted at the printed places.

// asPrinted returns n rounded half up to the given places, of which shift are used up by the display (2 for per cent). It
// is missing for NotDefined where places is no whole number from 0 to 9.
func asPrinted[N Number](n N, places Value, shift int) Ratio {
	if why := n.Missing(); why != Present {
		return Missing(why)
	}
	count, ok := places.Int()
	if !ok || count < 0 || count > 9 {
		return Missing(NotDefined)
	}
	v, _ := n.Round(count+shift, HalfUp)
	return v.Ratio(NotDefined)
}

// withPlaces adds the parameter places where it is given.
func withPlaces(places Value, parameters ...Parameter) []Parameter {
	if !places.IsZero() {
		parameters = append(parameters, Parameter{"places", places})
	}
	return parameters
}
