"""Our slides beside the art direction's comps: places, type and colours by figures, pictures side by side."""
