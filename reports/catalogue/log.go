package catalogue

import "slices"

// learnActivities indexes the [[activity]] entries, and hangs each on the
// indicators that it feeds.
func (c *Catalogue) learnActivities(list []activityTOML) {
	c.activities = map[string][]Feed{}
	c.nearLog = nearest{postings: map[string][]int{}, weight: map[string]int{}}
	for n, t := range list {
		var feeds []Feed
		for _, f := range t.feeds() {
			if f.Code == "" {
				continue
			}
			feeds = append(feeds, f)
			if i, ok := c.index[f.Code]; ok {
				c.indicators[i].Logs = append(c.indicators[i].Logs, Log{t.Names, f.Column})
			}
		}
		keys := c.words.folded(t.Names)
		for _, key := range keys {
			c.activities[key] = feeds
		}
		c.activityNames = append(c.activityNames, t.Names[0])
		c.nearLog.learn(n, keys)
	}
	c.nearLog.weigh()
}

func (t activityTOML) feeds() []Feed {
	return []Feed{{"count", t.Count}, {"opinions", t.Opinions}, {"turns", t.Turns}, {"money", t.Money}}
}

// MatchLog tells what the columns of a log event feed, by the name of its
// activity. unit is what stands beside the count, "" if nothing: where count
// and turns feed one code, a count in another unit ("1 buổi" beside 117 lượt)
// is the number of events and feeds nothing. An activity that bears the name of
// an indicator feeds it and what hangs on it.
func (c *Catalogue) MatchLog(activity, unit string) LogMatch {
	r := c.readings(activity)[0]
	for _, key := range r.keys {
		if feeds, ok := c.activities[key]; ok {
			return LogMatch{Feeds: c.inUnit(feeds, unit)}
		}
	}
	a := asked{r: r, up: -1, group: -1}
	for _, find := range []func(asked) int{c.exactName, c.shortHead, c.split} {
		if i := find(a); i >= 0 {
			return LogMatch{Feeds: c.ownFeeds(i)}
		}
	}
	if n := c.nearLog.find(r.keys); n >= 0 {
		return LogMatch{Near: c.activityNames[n]}
	}
	return LogMatch{}
}

// inUnit leaves one feed for each code: the count's if it is in the code's
// unit, else the turns'.
func (c *Catalogue) inUnit(feeds []Feed, unit string) []Feed {
	var kept []Feed
	for _, f := range feeds {
		twin := slices.ContainsFunc(feeds, func(g Feed) bool { return g.Code == f.Code && g.Column != f.Column })
		if twin && (f.Column == "count") != c.countsIn(f.Code, unit) {
			continue
		}
		kept = append(kept, f)
	}
	return kept
}

func (c *Catalogue) countsIn(code, unit string) bool {
	ind, _ := c.Indicator(code)
	return !c.units.known(unit) || c.units.fit(unit, ind.Unit) >= same || c.units.persons(unit, ind.Unit)
}

// ownFeeds are the columns that feed an indicator and what hangs on it, told by
// their units. A level cannot be added up from events.
func (c *Catalogue) ownFeeds(i int) []Feed {
	var feeds []Feed
	for _, k := range append([]int{i}, c.children(i)...) {
		ind := c.indicators[k]
		column := "count"
		switch {
		case ind.Kind != Flow && ind.Kind != Once:
			continue
		case ind.Money():
			column = "money"
		case ind.Unit == "ý kiến":
			column = "opinions"
		case k != i && ind.Unit == "lượt":
			column = "turns"
		case k != i:
			continue
		}
		feeds = append(feeds, Feed{column, ind.Code})
	}
	return feeds
}
