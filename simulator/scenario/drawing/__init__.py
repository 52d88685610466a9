"""Drawing a town: Faker gives texture, our own household and life-event model what hangs together.

A town is built up, never drawn and thrown away. First comes the cast, each person keyed by id so
that one more of them changes nobody else; then whole households, in which those who parted and the
grown children of the town's elders are linked as they are drawn. Every choice is a keyed draw. A
new Faker may draw other names, but not for an old day: its town is stored.
"""
