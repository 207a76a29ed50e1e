# %% [markdown]
# ---
# title: "Why two choices are enough"
# description: "Why two choices are enough."
# ---
#
# # Why two choices are enough
