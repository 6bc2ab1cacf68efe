/** Una página cuyo marco falló: dos frases que el navegador tiene en todos los idiomas. */
export default {
  title: "Esta página no se ha cargado",
  text: "Es culpa nuestra, no suya, y no ha iniciado ni cerrado ninguna sesión. Vuelva a cargar la página en un momento.",
};
