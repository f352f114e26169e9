// Answers that are not letters: a number from 1 to 5, an order, words.

import { h } from "./dom.js";
import { choiceText, wide } from "./frame.js";
import { down, up } from "./signs.js";

const LONGEST = 60;
const STEPS = [1, 2, 3, 4, 5];

/** Five numbers between two ends. */
export function ratingScale(app, item) {
	const { say } = app;
	const value = app.answerTo(item).answer?.value;
	const end = (choice) => h("p", choice.text && say("rating_end", choice));
	const button = (number) => {
		const chosen = number === value;
		const props = { key: number, class: chosen ? "chosen" : "", "aria-pressed": String(chosen), "aria-label": say("rating_name", { number }) };
		return h("button.step", { ...props, onclick: () => app.answer(item, { value: number }) }, number);
	};
	return [
		h("div.scale", { key: "scale", role: "group", "aria-labelledby": "question" }, STEPS.map(button)),
		h("div.ends", app.deck, end(item.choices[0]), end(item.choices[4])),
	];
}

/** A list to put in order with two buttons a row; each move is the answer. */
export function orderList(app, item) {
	const { say } = app;
	const order = app.answerTo(item).answer?.order || [...item.choices.keys()];
	const rows = order.map((at) => ({ ...item.choices[at], key: at }));
	const move = (from, to) => {
		const moved = [...order];
		moved.splice(to, 0, ...moved.splice(from, 1));
		app.answer(item, { order: moved });
		app.teller.say(say("order_moved", { text: rows[from].text, place: to + 1, of: rows.length }));
	};
	const arrow = (at, to, drawing, name) => {
		const fits = to >= 0 && to < rows.length;
		const props = { key: name, "aria-label": say(name, rows[at]), "aria-disabled": String(!fits) };
		return h("button.arrow", { ...props, onclick: () => fits && move(at, to) }, drawing);
	};
	const row = (choice, at) =>
		h("li.choice.row", { key: choice.key },
			h("span.letter", { "aria-hidden": "true" }, at + 1),
			h("span.words", choiceText(app, choice)),
			h("span.arrows", arrow(at, at - 1, up(), "order_up"), arrow(at, at + 1, down(), "order_down")),
		);
	const untouched = !app.answerTo(item).answer?.order;
	return [
		h("ol.choices", { key: "order", "aria-labelledby": "question" }, rows.map(row)),
		untouched && wide(say("order_as_is"), () => app.answer(item, { order }), { key: "as-is", class: "main" }),
	];
}

/** A field that saves while somebody writes. */
export function wordsField(app, item) {
	const { say } = app;
	const text = app.answerTo(item).answer?.text || "";
	const oninput = ({ target }) => app.answer(item, { text: target.value }, { later: true });
	return h("div.field", { key: "words" },
		h("label", { for: "words" }, say("words_label")),
		h("textarea", { id: "words", rows: "3", maxlength: LONGEST, dir: "auto", value: text, "aria-describedby": "words-hint", oninput, onblur: () => app.sendNow() }),
		h("p.hint", { id: "words-hint" }, say("words_hint")),
	);
}
