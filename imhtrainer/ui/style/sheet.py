"""The one style sheet of the windows, filled in from the token table.

Widgets say what they are by dynamic properties (``kind``, ``scale``, ``rank``, ``surface``) and carry
no style of their own; the sizes come from the drawings of the windows.
"""

from string import Template

from imhtrainer.layout.theme import Theme

_GROUND = """
QWidget { color: ${ink}; }
QMainWindow, QDialog, *[surface="paper"] { background: ${paper}; }
*[surface="side"] { background: ${side}; }
*[surface="stage"] { background: ${stage}; }
*[surface="plain"] { background: ${surface}; }
*[surface="sand"] { background: ${sand}; border-radius: ${radius_control}px; }
*[surface="waits"] { background: ${tint_coral}; border-radius: ${radius_control}px; }
*[apart="true"] { margin-bottom: 16px; }
*[surface="well"] { background: ${surface}; border: 1px solid ${edge};
  border-radius: ${radius_control}px; }
QFrame[surface="well"][filled="true"] > QLabel#sheet { background: ${sheet};
  border-radius: ${radius_inset}px; }
*[surface="source"] { background: ${stage}; border-radius: ${radius_control}px; }
*[surface="card"] { background: ${surface}; border: 1px solid ${edge}; border-radius: ${radius_card}px; }
*[surface="bar"] { background: ${paper}; }
*[surface="bar"][edge="bottom"] { border: 0; border-bottom: 1px solid ${edge}; }
*[surface="bar"][edge="top"] { border: 0; border-top: 1px solid ${edge}; }
*[edge="right"] { border: 0; border-right: 1px solid ${edge}; }
*[edge="left"] { border: 0; border-left: 1px solid ${edge}; }
*[surface="line"] { background: ${edge}; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: 0; }
QToolTip { background: ${ink}; color: ${paper}; border: 0; padding: 6px 8px; font-size: ${type_small}px; }
"""

_WORDS = """
QLabel { background: transparent; }
QLabel[rank="display"] { font-size: ${type_display}px; font-weight: 600; }
QLabel[rank="title"] { font-size: ${type_title}px; font-weight: 600; }
QLabel[rank="heading"] { font-size: ${type_heading}px; font-weight: 600; }
QLabel[rank="strong"] { font-size: ${type_text}px; font-weight: 600; }
QLabel[rank="name"] { font-size: ${type_text}px; font-weight: 500; }
QLabel[rank="soft"] { color: ${ink_soft}; }
QLabel[rank="small"] { font-size: ${type_small}px; color: ${ink_soft}; }
QLabel[rank="note"] { font-size: ${type_small}px; }
QLabel[rank="warn"] { color: ${coral_text}; font-weight: 600; }
QLabel[rank="warn-name"] { color: ${coral_text}; font-weight: 500; }
QLabel[rank="warn-small"] { color: ${coral_text}; font-size: ${type_small}px; font-weight: 500; }
QLabel[rank="alarm"] { color: ${alarm}; font-weight: 500; }
QLabel[rank="key"] { font-size: ${type_small}px; font-weight: 500; color: ${ink_soft};
  border: 1px solid ${edge_control}; border-radius: ${radius_inset}px; padding: 1px 5px; }
QLabel[rank="chip"] { background: ${sand}; border-radius: ${radius_control}px; padding: 0 12px; font-weight: 500; }
"""

_SLIDERS = """
QSlider { background: transparent; }
QSlider::groove:horizontal { height: 6px; border-radius: ${radius_bar}px; background: transparent; }
QSlider::add-page:horizontal { height: 6px; border-radius: ${radius_bar}px; background: ${track}; }
QSlider::sub-page:horizontal { height: 6px; border-radius: ${radius_bar}px; background: ${lagoon}; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -5px 0; border-radius: ${radius_ring}px;
  background: ${lagoon}; }
QSlider::handle:horizontal:hover { background: ${ink}; }
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled { background: ${track}; }
"""

_BUTTONS = """
QPushButton { outline: 0; min-height: 34px; padding: 0 14px; border: 1px solid ${edge_control};
  border-radius: ${radius_control}px; background: ${surface}; color: ${ink};
  font-size: ${type_text}px; font-weight: 500; }
QPushButton[scale="small"] { min-height: 30px; padding: 0 10px; font-size: ${type_small}px; }
QPushButton[scale="main"] { min-height: 42px; padding: 0 16px; }
QPushButton[scale="mark"] { padding: 0; }
QPushButton[scale="large"] { min-height: 50px; padding: 0 24px; border-radius: ${radius_ring}px; }
QPushButton:hover { background: ${sand}; }
QPushButton:pressed, QPushButton:checked { background: ${tint_lagoon}; color: ${lagoon};
  border-color: ${lagoon}; }
QPushButton:disabled { color: ${faint}; border-color: ${edge}; background: transparent; }
QPushButton[kind="primary"] { background: ${lagoon}; color: ${on_lagoon};
  border: 1px solid ${lagoon}; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: ${lagoon_hover}; border-color: ${lagoon_hover}; }
QPushButton[kind="primary"]:pressed { background: ${lagoon_press}; border-color: ${lagoon_press}; }
QPushButton[kind="primary"]:disabled { background: ${track}; color: ${faint};
  border-color: ${track}; }
QPushButton[kind="text"] { border: 1px solid transparent; background: transparent;
  color: ${lagoon}; padding: 0 8px; }
QPushButton[kind="quiet"] { border: 1px solid transparent; background: transparent;
  color: ${ink}; padding: 0 8px; }
QPushButton[flush="right"] { padding-right: 0; }
QPushButton[flush="left"] { padding-left: 0; }
QPushButton[kind="icon"] { border: 1px solid transparent; background: transparent; padding: 0;
  min-width: 34px; max-width: 34px; }
QPushButton[kind="icon"][flush="right"] { text-align: right; }
QPushButton[kind="icon"]:checked { background: ${tint_lagoon}; border-color: ${lagoon}; }
QPushButton[kind="chip"] { border: 0; min-height: 32px; background: ${sand}; padding: 0 12px; }
QPushButton[kind="text"]:hover, QPushButton[kind="quiet"]:hover,
QPushButton[kind="icon"]:hover { background: ${sand}; }
QPushButton[kind="chip"]:hover { background: ${track}; }
QPushButton[kind="text"]:pressed, QPushButton[kind="quiet"]:pressed, QPushButton[kind="icon"]:pressed,
QPushButton[kind="chip"]:pressed { background: ${tint_lagoon}; }
QPushButton[kind="text"]:disabled, QPushButton[kind="quiet"]:disabled { color: ${faint}; }
QPushButton[kind="tab"] { border: 0; min-height: 36px; padding: 0 12px; background: transparent;
  color: ${ink_soft}; }
QPushButton[kind="tab"]:hover, QPushButton[kind="tab"]:checked { background: ${sand}; }
QPushButton[kind="tab"]:checked { color: ${ink}; }
QFrame[surface="places"] { background: ${sand}; border-radius: ${radius_control}px; }
QPushButton[kind="place"] { border: 0; min-height: 32px; border-radius: ${radius_inset}px; padding: 0 12px;
  background: transparent; color: ${ink_soft}; }
QPushButton[kind="place"]:hover { color: ${ink}; background: ${track}; }
QPushButton[kind="place"]:checked { background: ${surface}; color: ${ink}; font-weight: 600; }
QPushButton[kind="place"]:disabled { color: ${faint}; background: transparent; }
QPushButton[kind="row"] { border: 0; min-height: 71px; border-radius: 0; text-align: left; padding: 0;
  background: transparent; }
QPushButton[kind="row"]:hover { background: ${sand}; }
QPushButton[kind="product"] { border: 0; min-height: 52px; border-radius: ${radius_control}px; text-align: left;
  padding: 0; background: transparent; }
QPushButton[kind="product"]:hover, QPushButton[kind="product"]:checked { background: ${sand}; }
QPushButton[kind="step"] { border: 0; min-height: 68px; border-radius: ${radius_control}px;
  text-align: left; padding: 0; background: transparent; }
QPushButton[kind="step"]:hover, QPushButton[kind="step"]:checked { background: ${sand}; }
"""

_FIELDS = """
QLineEdit, QComboBox, QDateEdit, QTimeEdit, QDateTimeEdit, QSpinBox, QDoubleSpinBox {
  min-height: 34px; max-height: 34px; placeholder-text-color: ${ink_soft};
  padding: 0 10px; border: 1px solid ${edge_control}; border-radius: ${radius_control}px;
  background: ${surface}; color: ${ink}; selection-background-color: ${lagoon};
  selection-color: ${on_lagoon}; font-size: ${type_text}px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: 0; padding: 0; min-height: 0;
  background: transparent; }
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit, QTimeEdit QLineEdit { padding-left: 11px; }
QPlainTextEdit, QTextEdit { padding: 6px 8px; border: 1px solid ${edge_control};
  border-radius: ${radius_control}px; background: ${surface}; selection-background-color: ${lagoon};
  selection-color: ${on_lagoon}; }
QLineEdit:disabled, QComboBox:disabled { color: ${faint}; border-color: ${edge}; }
*[wrong="true"] { border-color: ${coral_text}; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 32px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: none; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QTimeEdit::up-button { subcontrol-origin: border;
  subcontrol-position: top right; width: 1px; height: 1px; border: 0; }
QSpinBox::down-button, QDoubleSpinBox::down-button, QTimeEdit::down-button { subcontrol-origin: border;
  subcontrol-position: bottom right; width: 1px; height: 1px; border: 0; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { image: none; width: 0; height: 0; }
QDateEdit::drop-down { subcontrol-origin: border; subcontrol-position: center right; }
QComboBox QAbstractItemView { background: ${surface}; border: 1px solid ${edge_control};
  padding: 4px; outline: 0; selection-background-color: ${sand}; selection-color: ${ink}; }
QComboBox QAbstractItemView::item { min-height: 32px; padding: 0 6px; border-radius: ${radius_inset}px; }
QRadioButton { spacing: 10px; background: transparent; font-size: ${type_text}px; }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid ${edge_control};
  border-radius: ${radius_ring}px; background: ${surface}; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid ${lagoon}; }
QMenu { background: ${surface}; border: 1px solid ${edge_control}; border-radius: ${radius_control}px;
  padding: 4px; }
QMenu::item { padding: 7px 20px 7px 12px; border-radius: ${radius_inset}px; }
QMenu::item:selected { background: ${sand}; }
QCalendarWidget QWidget { background: ${surface}; alternate-background-color: ${surface}; }
QCalendarWidget { border: 1px solid ${edge_control}; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QToolButton { background: transparent; border: 0; border-radius: ${radius_inset}px;
  padding: 4px 8px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: ${sand}; }
QCalendarWidget QAbstractItemView { selection-background-color: ${lagoon};
  selection-color: ${on_lagoon}; outline: 0; }
"""

_LISTS = """
QAbstractItemView { background: transparent; border: 0; outline: 0; }
.QListView { background: ${surface}; border: 1px solid ${edge_control};
  selection-background-color: ${sand}; selection-color: ${ink}; }
QTableView { gridline-color: transparent; selection-background-color: ${sand};
  selection-color: ${ink}; }
QTableView QLineEdit { min-height: 30px; border-radius: ${radius_inset}px; padding: 0 6px; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: transparent; border: 0; border-bottom: 1px solid ${edge};
  color: ${ink_soft}; font-size: ${type_small}px; padding: 0; }
QHeaderView::section:first { padding-left: 20px; }
QProgressBar { border: 0; border-radius: ${radius_bar}px; background: ${track}; min-height: 6px;
  max-height: 6px; }
QProgressBar::chunk { border-radius: ${radius_bar}px; background: ${lagoon}; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 4px 4px 4px 4px; }
QTableView > QScrollBar:vertical, QTableView QScrollBar:vertical { margin-top: 42px; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 4px 4px 4px 4px; }
QScrollBar::handle { background: ${plan}; border-radius: ${radius_bar}px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: ${edge}; }
"""

_SHEET = Template(_GROUND + _WORDS + _SLIDERS + _BUTTONS + _FIELDS + _LISTS)


def style_sheet(theme: Theme, dark: bool) -> str:
    """The style sheet in one scheme's colours, with the theme's sizes and corners."""
    tokens = theme.dark if dark else theme.light
    named = {name.replace("-", "_"): value for name, value in tokens.items()}
    sizes = {f"type_{name}": str(pixels) for name, pixels in theme.windows.items()}
    corners = {f"radius_{name}": str(pixels) for name, pixels in theme.radii.items()}
    mixtures = {
        "faint": blend(tokens["ink-soft"], tokens["paper"], 0.12),
        "lagoon_hover": blend(tokens["lagoon"], tokens["ink"], 0.16),
        "lagoon_press": blend(tokens["lagoon"], tokens["ink"], 0.32),
    }
    return _SHEET.substitute(named | sizes | corners | mixtures)


def blend(one: str, other: str, share: float) -> str:
    """A ``"#RRGGBB"`` colour with ``share`` (0 to 1) of another mixed in."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
