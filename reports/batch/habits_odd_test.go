package batch

func (w *madeWard) spoil() {}
