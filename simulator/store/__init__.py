"""The store: sessions, events, towns and the student's words, in SQLModel tables.

The only floor that knows SQL. An event is committed before its effect is shown. Importing this
package loads nothing; its modules load SQLModel when they are first needed.
"""
