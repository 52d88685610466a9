"""Two themes, calm as paper and as a lamp at evening. Colour never carries meaning alone."""

from textual.theme import Theme

LIGHT = Theme(
    name="praksishus-day",
    primary="#1f5f6b",
    secondary="#7a5c2e",
    accent="#a2461f",
    warning="#8a5a00",
    error="#9c2f2f",
    success="#2f6b3d",
    foreground="#22282b",
    background="#f6f3ec",
    surface="#fffdf8",
    panel="#e9e4d8",
    dark=False,
    variables={"border-blurred": "#c9c1b0", "footer-key-foreground": "#1f5f6b"},
)

DARK = Theme(
    name="praksishus-evening",
    primary="#7cc4cf",
    secondary="#d8b97a",
    accent="#e79a6b",
    warning="#e3b75f",
    error="#e58a83",
    success="#8fc79a",
    foreground="#e4e2da",
    background="#161b1e",
    surface="#1c2327",
    panel="#263036",
    dark=True,
    variables={"border-blurred": "#3a464d", "footer-key-foreground": "#7cc4cf"},
)
