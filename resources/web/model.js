// The server's snapshot as the views need it, and an answer as the server takes it.

export const EMPTY = { run: "", at: -1, title: "", lang: "en", stage: "waiting", seat: "", name: "", check_in: "off", person: "none", sitting: false, evaluation: "off", items: [], points: [] };

/** A snapshot with its items' answers in the page's own words. */
export function readState(told) {
	return { ...told, items: told.items.map(readItem) };
}

function readItem(told) {
	return { ...told, mine: told.mine && readAnswer(told, told.mine), savedAt: told.mine?.at };
}

/** `{skipped}`, `{text}`, `{value}`, `{order}` or `{choices}`, the last two as 0-based places. */
export function readAnswer({ kind }, { choices, text, declined }) {
	if (declined) return { skipped: true };
	if (kind === "words") return { text };
	if (kind === "rating") return { value: choices[0] + 1 };
	return kind === "order" ? { order: choices } : { choices };
}

export function writeAnswer({ skipped, value, text, order, choices }) {
	if (value) return { value };
	if (text?.trim()) return { text };
	return { choices: skipped || text === "" ? [] : order || choices };
}

/** Which view this is, with a name that changes whenever it is another place. */
export function screenOf({ seat, model, ui, askName, parts }) {
	if (!seat) return { view: "join", id: `join ${ui.step}` };
	const form = !ui.spelling && !askName && parts.form?.screen;
	if (form) return { view: "form", id: form };
	const plain = !model.seat ? "opening" : ui.spelling ? "spell" : askName ? "who" : model.stage === "ended" ? "over" : "";
	if (plain || !model.items.length) return { view: plain || "waiting", id: plain };
	const at = model.sitting ? ui.at : 0;
	const item = model.items[at];
	return { view: model.sitting ? "sitting" : "question", id: item ? `${item.checkpoint} ${item.round}` : "all done", item };
}
