"""Engine packs: large runtimes, such as CUDA, that an installed copy fetches when the computer can use them."""
