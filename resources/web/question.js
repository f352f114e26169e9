// One question: its kinds of answers, and the card that says whether the answer is safe.

import { h } from "./dom.js";
import { choiceText, heading, wide } from "./frame.js";
import { orderList, ratingScale, wordsField } from "./kinds.js";
import { revealed } from "./reveal.js";
import { pass, sending, tick } from "./signs.js";
import { timeOfDay } from "./words.js";

const OPINIONS = ["rating", "words"];
const ANSWERS = { rating: ratingScale, order: orderList, words: wordsField };

/** The question as it stands: open, closed or revealed. */
export function question(app, item) {
	return [
		label(app, item),
		heading(item.question, { key: `h-${item.checkpoint}`, id: "question", class: "question", ...app.deck }),
		{ open, closed, revealed }[item.state](app, item),
	];
}

function label(app, item) {
	const { say } = app;
	const text = say(item.number ? `label_${item.phase}` : "opinion", item);
	return h("p.label", item.vote > 1 ? `${text} · ${say("second_vote")}` : text);
}

function open(app, item) {
	const { say } = app;
	const hint = item.vote > 1 ? "second_vote_hint" : item.kind === "multiple" ? "several" : "";
	const opinion = OPINIONS.includes(item.kind);
	return [
		hint && h("p.hint", say(hint)),
		(ANSWERS[item.kind] || cards)(app, item),
		status(app, item),
		skip(app, item, opinion),
		!item.sitting && !opinion && h("p.foot", say("keep_open")),
	];
}

function closed(app, item) {
	const { say } = app;
	const mine = app.answerTo(item);
	const opinion = OPINIONS.includes(item.kind);
	const answered = mine.answer && !mine.answer.skipped;
	const text = opinion ? "closed_opinion" : answered ? "closed_saved" : "closed_none";
	return [
		given(app, item, mine.answer || {}),
		["refused", "trying", "saving"].includes(mine.status)
			? status(app, item)
			: card(tick(), "calm", say("closed"), say(text)),
	];
}

/** The answer as it was given, to read and not to tap. */
function given(app, item, { choices = [], order, value, text }) {
	if (text) return h("p.quote", { dir: "auto" }, text);
	if (item.kind === "rating") return value && h("p.quote", [value, item.choices[value - 1].text].filter(Boolean).join(" = "));
	const placed = (at, place) => choiceCard(app, "li", { ...item.choices[at], letter: place + 1 });
	if (order) return h("ol.choices", order.map(placed));
	return h("ul.choices", item.choices.map((choice, at) => choiceCard(app, "li", choice, choices.includes(at))));
}

/** The whole card is the button; a tap is the answer. */
function cards(app, item) {
	const mine = app.answerTo(item).answer?.choices || [];
	const tapped = (at) => (item.kind === "multiple" ? toggled(item, mine, at) : [at]);
	const button = (at) => ({ "aria-pressed": String(mine.includes(at)), onclick: () => app.answer(item, { choices: tapped(at) }) });
	return h("div.choices", { role: "group", "aria-labelledby": "question" }, item.choices.map((choice, at) => choiceCard(app, "button", choice, mine.includes(at), button(at))));
}

/** One choice: a button while it can be tapped, else a line to read. */
function choiceCard(app, tag, choice, chosen, props) {
	return h(
		tag,
		{ key: choice.letter, class: `choice${chosen ? " chosen" : ""}${tag === "li" ? " still" : ""}`, ...props },
		h("span.letter", choice.letter),
		h("span.words", choiceText(app, choice), chosen && h("span.mine", app.say("your_answer"))),
		chosen && h("span.disc", tick()),
	);
}

function toggled(item, mine, tapped) {
	return [...item.choices.keys()].filter((at) => (at === tapped) !== mine.includes(at));
}

/** Whether the answer is safe, and how long it can be changed. */
function status(app, item) {
	const { say } = app;
	const mine = app.answerTo(item);
	const late = item.state === "open" ? "again" : "missed";
	if (mine.status === "refused") return card(pass(), "calm", say(late), say(`${late}_hint`));
	if (mine.status === "trying") return card(sending(), "trying", say("not_sent"), say("not_sent_hint"));
	if (mine.status === "saving") return card(sending(), "calm", say("saving"));
	if (mine.answer?.skipped) return card(pass(), "calm", say("skipped"), say("skipped_change"));
	if (mine.answer) return card(tick(), "saved", say("saved_at", { time: timeOfDay(mine.at) }), say("saved_change"));
	return h("p.foot", say({ rating: "not_yet_rating", words: "not_yet_words", order: "not_yet_order" }[item.kind] || "not_yet"));
}

function card(drawing, kind, title, text) {
	return h("div", { class: `card ${kind}`, key: "status" }, h("span.disc", drawing), h("p.title", title), text && h("p", text));
}

function skip(app, item, opinion) {
	if (app.answerTo(item).answer?.skipped) return null;
	return wide(app.say(opinion ? "rather_not" : "skip"), () => app.answer(item, { skipped: true }), { key: "skip" });
}
