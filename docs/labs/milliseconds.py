# %% [markdown]
# ---
# title: "What consistency costs in milliseconds"
# description: "What consistency costs in milliseconds."
# ---
#
# # What consistency costs in milliseconds
