package workbook

import (
	"testing"

	"ccbreport/reports"
)

func TestReadBefore(t *testing.T) {
	cat, _, _ := loadAll(t)
	const data = `{"figures": {
 "TC.HV.TONG": {"from": [
  {"unit": "a", "period": {"from": "2018-01-01", "to": "2019-01-01"}, "code": "TC.HV.TONG", "value": {"num": 44, "den": 1}, "file": "a.xlsx", "sheet": "S", "cell": "C1"},
  {"unit": "a", "period": {"from": "2017-01-01", "to": "2018-01-01"}, "code": "TC.HV.TONG", "value": {"num": 40, "den": 1}, "file": "a.xlsx", "sheet": "S", "cell": "B1"},
  {"unit": "b", "period": {"from": "2018-01-01", "to": "2019-01-01"}, "code": "TC.HV.TONG", "value": {"num": 20, "den": 1}, "file": "b.xlsx", "sheet": "S", "cell": "C1"},
  {"unit": "b", "period": {"from": "2018-01-01", "to": "2019-01-01"}, "code": "TC.HV.TONG", "value": {"num": 30, "den": 1}, "file": "b.xlsx", "sheet": "S", "cell": "D1"}]},
 "TC.HV.MOI": {"from": [
  {"unit": "a", "period": {"from": "2018-01-01", "to": "2019-01-01"}, "code": "TC.HV.MOI", "value": {"num": 4, "den": 1}, "file": "a.xlsx", "sheet": "S", "cell": "C2"},
  {"unit": "a", "period": {"from": "2017-01-01", "to": "2018-01-01"}, "code": "TC.HV.MOI", "value": {"num": 3, "den": 1}, "file": "a.xlsx", "sheet": "S", "cell": "B2"},
  {"unit": "b", "period": {"from": "2017-01-01", "to": "2018-01-01"}, "code": "TC.HV.MOI", "value": {"num": 9, "den": 1}, "file": "b.xlsx", "sheet": "S", "cell": "B2"},
  {"unit": "c", "period": {"from": "2017-01-01", "to": "2018-01-01"}, "code": "TC.HV.MOI", "value": {"num": 9, "den": 1}, "file": "c.xlsx", "sheet": "S", "cell": "B2"}]},
 "KT.QUY.BQ": {"from": [
  {"unit": "a", "period": {"from": "2018-01-01", "to": "2019-01-01"}, "code": "TC.HV.TONG", "value": {"num": 44, "den": 1}, "file": "a.xlsx", "sheet": "S", "cell": "C1"}]},
 "TD.CCBGM.TYLE": {"from": [
  {"unit": "a", "period": {"from": "2018-01-01", "to": "2019-01-01"}, "code": "TD.CCBGM.DAT", "value": {"num": 39, "den": 1}, "file": "a.xlsx", "sheet": "S", "cell": "C3"}]}},
 "units": [{"unit": "c", "figures": {
  "TC.HV.MOI": {"value": {"num": 9, "den": 1}, "from": [
   {"unit": "c", "period": {"from": "2017-01-01", "to": "2018-01-01"}, "code": "TC.HV.MOI", "value": {"num": 9, "den": 1}, "file": "c.xlsx", "sheet": "S", "cell": "B2"}]},
  "TC.HV.NU": {"value": {"num": 5, "den": 1}, "from": []}}}]}`
	b, err := ReadBefore([]byte(data), reports.Year(2018), cat)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		unit   reports.UnitID
		code   string
		want   reports.Value
		reason string
	}{
		{"a", "TC.HV.TONG", reports.Int(44), "a level: the last, whatever the order, and once"},
		{"a", "TC.HV.MOI", reports.Int(7), "a flow adds up"},
		{"b", "TC.HV.MOI", reports.Int(9), "each unit its own"},
		{"a", "TD.CCBGM.DAT", reports.Int(39), "a part of a ratio has no figure of its own"},
		{"b", "TC.HV.TONG", reports.Int(50), "two cells of one period are parts of it"},
		{"b", "TC.HV.NU", reports.Value{}, "nothing was given"},
		{"c", "TC.HV.MOI", reports.Int(9), "what the edition added up is not added again"},
		{"c", "TC.HV.NU", reports.Int(5), "the branch's own, where the ward's figure counts in the report"},
	} {
		if got := b.value(c.unit, c.code); got != c.want {
			t.Errorf("%s %s is %v, want %v: %s", c.unit, c.code, got, c.want, c.reason)
		}
	}
	if _, err := ReadBefore([]byte("{"), reports.Year(2018), cat); err == nil {
		t.Error("half a file is read")
	}
}
