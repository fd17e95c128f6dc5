# What a kernel should know before it starts; read by binder/start and by `make lab`.

# A small shared machine gains nothing from more threads than it has cores.
export OMP_NUM_THREADS=1
export OPENBLAS_NUM_THREADS=1
export MKL_NUM_THREADS=1

# Widgets need not repeat each click back to the page that sent it: less traffic on a slow school network.
export JUPYTER_WIDGETS_ECHO=0
