package report

// BuildScores returns a report of score sheets alone, for users who score units — districts, countries, one plan over years — and
// have no evaluation of a plan. Of one sheet its title is that of the report and its sections are the chapters, of several each
// is a chapter; what they hold is what [Build] shows of them in an appendix. Of the options the language counts; the scores are
// those that are given. A scoring without a result is left out.
func BuildScores(scores []Scoring, o Options) Document {
	w := newWords(o, nil)
	return w.scoresReport(scores)
}

func (w *words) scoresReport(scores []Scoring) Document {
	list := scorers(*w, scores)
	d := w.scoresDocument(list)
	if len(list) == 0 {
		return d
	}
	d.Blocks = blocks(Paragraph{Text: w.sentences(w.say("scores.subject-document"), w.say("scores.rounding"))})
	d.Sections = scoreSections(list)
	if len(list) == 1 {
		only := d.Sections[0]
		d.Blocks, d.Sections = append(d.Blocks, only.Blocks...), only.Sections
	}
	w.finish(&d, w.noScores)
	return d
}

// SummaryScores returns the scores on one page, as a terminal shows them: of each sheet the totals, those of units that are ranked
// for the latest period alone, and in a few lines how robust they are.
func SummaryScores(scores []Scoring, o Options) Document {
	w := newWords(o, nil)
	return w.scoresSummary(scores)
}

func (w *words) scoresSummary(scores []Scoring) Document {
	list := scorers(*w, scores)
	d := w.scoresDocument(list)
	for _, s := range list {
		s.brief = true
		d.Sections = append(d.Sections, Section{ID: s.id, Part: Front, Title: s.title(), Blocks: s.short()})
	}
	if len(list) == 1 {
		d.Blocks, d.Sections = d.Sections[0].Blocks, nil
	}
	w.finish(&d, w.noScores)
	return d
}

// scoresDocument is a document on the sheets that has a title and no content yet but where there is none.
func (w *words) scoresDocument(list []*scorer) Document {
	d := Document{Language: w.tag, Title: w.say("scores.title")}
	switch len(list) {
	case 0:
		d.Blocks = blocks(Paragraph{Text: w.noScores("")})
	case 1:
		d.Title, list[0].alone = list[0].title(), true
	}
	return d
}

func (w *words) noScores(string) string { return w.say("scores.none") }

// short is what a summary says of one sheet.
func (s *scorer) short() []Block {
	list := s.about()
	if unit := s.single(); unit >= 0 {
		list = append(list, Paragraph{Text: s.total(unit)})
		list = append(list, s.overTime(s.marked)...)
	} else {
		list = append(list, s.ranking(s.latest(), s.marked)...)
	}
	return blocks(append(list, s.simulated(), s.swapsInShort())...)
}
