package numfmt

// builtin are the formats that a workbook names by number only (ECMA-376 part 1,
// 18.8.30), as they are in Vietnam: 5 to 8 and 37 to 44 with its currency
// and its sign in front, 14 and 22 with the
// day first, and those of East Asia, which mean the country's own form elsewhere.
var builtin = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
	5: `#,##0\ "₫";\-#,##0\ "₫"`, 6: `#,##0\ "₫";[Red]\-#,##0\ "₫"`,
	7: `#,##0.00\ "₫";\-#,##0.00\ "₫"`, 8: `#,##0.00\ "₫";[Red]\-#,##0.00\ "₫"`,
	9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
	18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
	37: `#,##0_ ;\-#,##0\ `, 38: `#,##0_ ;[Red]\-#,##0\ `, 39: `#,##0.00_ ;\-#,##0.00\ `, 40: `#,##0.00_ ;[Red]\-#,##0.00\ `,
	41: `_-* #,##0_-;\-* #,##0_-;_-* "-"_-;_-@_-`, 42: `_-* #,##0\ "₫"_-;\-* #,##0\ "₫"_-;_-* "-"\ "₫"_-;_-@_-`,
	43: `_-* #,##0.00_-;\-* #,##0.00_-;_-* "-"??_-;_-@_-`, 44: `_-* #,##0.00\ "₫"_-;\-* #,##0.00\ "₫"_-;_-* "-"??\ "₫"_-;_-@_-`,
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}

// Builtin returns the code of a built-in format, "" for General and for numbers
// that are none.
func Builtin(id int) string {
	switch {
	case id >= 32 && id <= 35:
		id = 21
	case id >= 27 && id <= 36 || id >= 50 && id <= 58:
		id = 14
	}
	return builtin[id]
}
