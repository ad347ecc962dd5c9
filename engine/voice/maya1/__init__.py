"""The large voice: Maya1, a Llama that writes the codes of the SNAC codec for a described voice with emotion tags."""
